#!/bin/sh
# Startet die Redaktion unter Linux und macOS. Beim ersten Mal wird alles Nötige eingerichtet.
cd "$(dirname "$0")/../.." || exit 1
umgebung=.venv
warte() { printf '\n%s' "Zum Schließen bitte die Eingabetaste drücken. "; read -r _; exit "$1"; }

python=
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "Auf diesem Rechner fehlt Python (Fassung 3.11 oder neuer)."
  echo "macOS:  https://www.python.org/downloads/ öffnen, installieren, noch einmal doppelklicken."
  echo "Debian, Ubuntu:  sudo apt install python3 python3-venv"
  warte 1
fi

if ! cmp -s pyproject.toml "$umgebung/kompass-stand.toml"; then
  echo "Der Kompass richtet sich ein. Das dauert einige Minuten und braucht Internet …"
  if ! { [ -x "$umgebung/bin/python" ] || "$python" -m venv "$umgebung"; } ||
    ! "$umgebung/bin/python" -m pip install --quiet --disable-pip-version-check -e .; then
    echo
    echo "Das Einrichten hat nicht geklappt. Ist das Internet erreichbar?"
    echo "Auf Debian und Ubuntu gehört zu Python das Paket python3-venv:"
    echo "  sudo apt install python3-venv"
    warte 1
  fi
  cp pyproject.toml "$umgebung/kompass-stand.toml"
fi

echo "Die Redaktion startet; gleich öffnet sich der Browser. Dieses Fenster bitte offen lassen."
"$umgebung/bin/kompasswerk" redaktion "$@" || warte 1
