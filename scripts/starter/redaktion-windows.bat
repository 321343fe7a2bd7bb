@echo off
rem Doppelklick unter Windows: startet die Redaktion. Beim ersten Mal wird alles eingerichtet.
chcp 65001 >nul
title Kompass Leerstand - Redaktion
cd /d "%~dp0..\.."
set "PYTHON="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PYTHON=py -3"
if not defined PYTHON python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PYTHON=python"
if not defined PYTHON goto ohne_python

fc /b pyproject.toml .venv\kompass-stand.toml >nul 2>&1 && goto start
echo Der Kompass richtet sich ein. Das dauert einige Minuten und braucht Internet ...
if not exist .venv\Scripts\python.exe %PYTHON% -m venv .venv
if errorlevel 1 goto fehler
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -e .
if errorlevel 1 goto fehler
copy /y pyproject.toml .venv\kompass-stand.toml >nul

:start
echo Die Redaktion startet; gleich öffnet sich der Browser. Dieses Fenster bitte offen lassen.
.venv\Scripts\kompasswerk redaktion %*
if errorlevel 1 pause
exit /b

:ohne_python
echo Auf diesem Rechner fehlt Python (Fassung 3.11 oder neuer).
echo.
echo 1. Öffnen Sie https://www.python.org/downloads/windows/ und laden Sie das Installationsprogramm.
echo 2. Setzen Sie beim Installieren das Häkchen bei "Add python.exe to PATH".
echo 3. Klicken Sie diese Datei danach noch einmal doppelt an.
echo.
echo Dürfen Sie nichts installieren? Dann hilft Ihre IT-Abteilung.
pause
exit /b 1

:fehler
echo.
echo Das Einrichten hat nicht geklappt. Ist das Internet erreichbar?
echo Liegt der Ordner auf einem Netzlaufwerk, kopieren Sie ihn bitte zuerst auf diesen Rechner.
pause
exit /b 1
