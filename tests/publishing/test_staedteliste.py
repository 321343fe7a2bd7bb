"""Lists of towns from outside: what offices and Excel write, and what is refused with a reason."""

from __future__ import annotations

import pytest
from kleines_handbuch import handbook

from kompasswerk.formular.profile import Angabe, ProfilError
from kompasswerk.publishing.arbeitsbuch import Wish, read_profiles
from kompasswerk.publishing.town_lists import profiles_of_list, workbook_name

TEN_HOURS = {"stunden": Angabe(("10",), "--stunden"), "stadt": Angabe(("Ohne",), "--stadt")}


def read(path, blob, angaben=TEN_HOURS):
    path.write_bytes(blob if isinstance(blob, bytes) else blob.encode())
    return profiles_of_list(path, angaben, handbook())


def test_a_list_as_excel_saves_it_becomes_profiles(tmp_path):
    text = (
        "Gemeinde;Einwohner;AGS;Fläche\r\nPößneck;11.960;16075085;24,4\r\n;;;\r\n"
        "Glücksburg;5 900;1059113;39\r\n"
    )
    first, second = read(tmp_path / "liste.csv", text.encode("cp1252"))
    assert (first.stadt, first.einwohner, first.ags, first.stunden) == (
        *("Pößneck", 11960, "16075085"),
        10,
    )
    assert (second.stadt, second.einwohner, second.ags) == ("Glücksburg", 5900, "01059113")
    assert second.groessenklasse == "kleine-kleinstadt"


def test_commas_and_a_byte_order_mark_will_do(tmp_path):
    (town,) = read(tmp_path / "liste.csv", '\ufeffname,einwohner\n"Neustadt, Stadt","6000"\n')
    assert (town.stadt, town.ags, workbook_name(town)) == ("Neustadt, Stadt", "", "neustadt-stadt")


def test_namesakes_get_files_of_their_own(tmp_path):
    text = (
        "name;einwohner;kreis;ags\nNeustadt;6000;Coburg;\nNeustadt;7000;Bad Dürkheim;\n"
        "Neustadt;8000;;08315084\n"
    )
    assert [workbook_name(each) for each in read(tmp_path / "liste.csv", text)] == [
        "neustadt-coburg",
        "neustadt-bad-duerkheim",
        "08315084-neustadt",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ort;zahl\nX;1\n", "liste.csv:1: Es fehlt: Spalte „name“ und „einwohner“."),
        ("name;einwohner\n", "liste.csv: Die Liste nennt keine Gemeinde."),
        ("", "liste.csv:1: Es fehlt: Spalte „name“ und „einwohner“."),
        ("name;einwohner\n;500\n", "liste.csv:2: Der Name der Gemeinde fehlt."),
        ("name;einwohner\nX\n", "liste.csv:2: Die Einwohnerzahl fehlt."),
        ("name;einwohner\nX;viele\n", "liste.csv:2: „viele“ ist keine Einwohnerzahl."),
        ("name;einwohner\nX;1,5\n", "liste.csv:2: „1,5“ ist keine Einwohnerzahl."),
        ("name;einwohner;ags\nX;900;16\n", "liste.csv:2: „16“ ist kein Gemeindeschlüssel."),
        (
            "name;einwohner\n" + "X" * 81 + ";900\n",
            "liste.csv:2: Das ist kein Name einer Gemeinde.",
        ),
        ("name;einwohner\nX;900\n\nx;800\n", "liste.csv:4: „x“ steht schon in liste.csv:2."),
        (
            "name;einwohner;ags\nX;900;16075085\nY;800;16075085\n",
            "liste.csv:3: Diese Gemeinde steht schon in liste.csv:2.",
        ),
        ('name;einwohner\n"X;900\n', "liste.csv:2: Die Zeile ist nicht lesbar."),
        ("name;einwohner\nX;9\0\n", "liste.csv: Das ist keine CSV-Datei."),
        (b"\xff\xfen\0", "liste.csv: Das ist keine CSV-Datei."),
    ],
)
def test_a_fault_names_its_line_and_the_way_out(text, message, tmp_path):
    with pytest.raises(ProfilError) as error:
        read(tmp_path / "liste.csv", text)
    assert str(error.value).startswith(message)


def test_what_holds_for_all_towns_is_wrong_once(tmp_path):
    wrong = {"stunden": Angabe(("viel",), "--stunden")}
    with pytest.raises(ProfilError) as error:
        read(tmp_path / "liste.csv", "name;einwohner\nA;900\nB;900\n", wrong)
    assert str(error.value) == "--stunden: „viel“ sind keine Wochenstunden. Bitte so: 10."


def test_all_faults_are_said_at_once(tmp_path):
    with pytest.raises(ProfilError) as error:
        read(tmp_path / "liste.csv", "name;einwohner\nA;viele\n;3\nB;900\n")
    assert [line.partition(": ")[0] for line in str(error.value).splitlines()] == [
        "liste.csv:3",
        "liste.csv:2",
    ]


def test_many_faults_are_named_in_short(tmp_path):
    rows = "".join(f"Ort {number};viele\n" for number in range(25))
    with pytest.raises(ProfilError) as error:
        read(tmp_path / "liste.csv", f"name;einwohner\n{rows}")
    *lines, last = str(error.value).splitlines()
    assert (len(lines), last) == (20, "… und 5 weitere.")


def test_a_list_that_would_fill_memory_is_refused(tmp_path):
    with pytest.raises(ProfilError, match="größer als 5 MB"):
        read(tmp_path / "liste.csv", b"x" * (5 * 2**20 + 1))
    with pytest.raises(ProfilError, match="mehr als 20000 Gemeinden"):
        read(tmp_path / "liste.csv", "name;einwohner\n" + "A;1\n" * 20_001)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"all_towns": True}, "--stadt und --alle gehen nicht zusammen."),
        ({"liste": "liste.csv"}, "--stadt und --liste gehen nicht zusammen."),
    ],
)
def test_one_town_and_many_are_not_asked_for_together(more, message):
    named = {"stadt": Angabe(("Pößneck",), "--stadt")}
    with pytest.raises(ProfilError, match=message):
        read_profiles(Wish(named, **more), handbook())
