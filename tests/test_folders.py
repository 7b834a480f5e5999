"""Folders: which file is what, by its name and place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushiro_yearbook.load.folders import arrange, levels_below, name_beside

EDITION = "2026/edition.yaml"
PART = "2026/06-policy/part.yaml"
DEPARTMENT = "2026/06-policy/01-planning/department.yaml"
FOLDER = "2026/06-policy/01-planning"
SOUND = ["yearbook.yaml", "names.csv", "measures.yaml", "units.yaml", EDITION, PART, DEPARTMENT]
SECTION = [f"{FOLDER}/03-city-paper{end}" for end in (".en.md", ".ja.md", ".schools.csv", ".yaml")]


def test_a_sound_tree_is_arranged() -> None:
    """Each file comes to its folder, each folder gets slug and number from its name."""
    editions, faults = arrange([*SOUND, *SECTION])
    department = editions["2026"].folders["06-policy"].folders["01-planning"]
    files = department.sections["03-city-paper"]

    assert ([], EDITION, DEPARTMENT) == (faults, editions["2026"].file, department.file)
    assert ("planning", 1, FOLDER) == (department.slug, department.number, department.path)
    assert ("city-paper", SECTION[3], [SECTION[2]]) == (files.slug, files.yaml, files.tables)
    assert {"ja": SECTION[1], "en": SECTION[0]} == files.prose
    assert set(SECTION) == set(files.paths)


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("name.csv", "I05", {"name": "name.csv", "near": "names.csv"}),
        ("メモ.txt", "I05", {"name": "メモ.txt", "near": ""}),
        ("2026/editon.yaml", "I05", {"name": "editon.yaml", "near": "edition.yaml"}),
        ("2026/06-policy/parts.yaml", "I05", {"name": "parts.yaml", "near": "part.yaml"}),
        (f"{FOLDER}/deep/01-a.yaml", "I05", {"name": "01-a.yaml", "near": ""}),
        (f"{FOLDER}/paper.yaml", "I06", {"name": "paper.yaml", "right": ""}),
        (f"{FOLDER}/3-paper.yaml", "I06", {"name": "3-paper.yaml", "right": ""}),
        (f"{FOLDER}/03_paper.yaml", "I06", {"name": "03_paper.yaml", "right": "03-paper.yaml"}),
        (f"{FOLDER}/03-Paper.yaml", "I06", {"name": "03-Paper.yaml", "right": "03-paper.yaml"}),
        (f"{FOLDER}/03-広報.yaml", "I06", {"name": "03-広報.yaml", "right": ""}),
        (f"{FOLDER}/０３-paper.yaml", "I06", {"name": "０３-paper.yaml", "right": "03-paper.yaml"}),
        (f"{FOLDER}/03-paper.yml", "I06", {"name": "03-paper.yml", "right": "03-paper.yaml"}),
        (
            f"{FOLDER}/03-paper.md",
            "I21",
            {"name": "03-paper.md", "ja": "03-paper.ja.md", "en": "03-paper.en.md"},
        ),
        (
            f"{FOLDER}/03-paper.fr.md",
            "I21",
            {"name": "03-paper.fr.md", "ja": "03-paper.ja.md", "en": "03-paper.en.md"},
        ),
        (f"{FOLDER}/03-paper.yaml.txt", "I06", {"name": "03-paper.yaml.txt", "right": "03-paper.yaml"}),
        (f"{FOLDER}/03-paper.a.csv.txt", "I06", {"name": "03-paper.a.csv.txt", "right": "03-paper.a.csv"}),
        (f"{FOLDER}/03-paper.csv", "I06", {"name": "03-paper.csv", "right": ""}),
        (f"{FOLDER}/03-paper.xlsx", "I06", {"name": "03-paper.xlsx", "right": ""}),
    ],
)
def test_strangers_are_faults(path: str, code: str, words: dict[str, str]) -> None:
    """A file or folder of another name or place is one fault, with the name that was perhaps meant."""
    _, [fault] = arrange([*SOUND, path])

    assert (path, code, words) == (fault.place.path, fault.code, fault.words)


@pytest.mark.parametrize(
    ("folder", "below"),
    [
        ("令和8年", ""),
        ("２０２６", ""),
        ("R8", "/06-policy/01-planning"),
        ("2026 - コピー", "/06-policy/01-planning"),
        ("2026/policy", "/01-planning"),
        ("2026/06-policy/planning", ""),
    ],
)
def test_a_misnamed_folder_is_told_once(folder: str, below: str) -> None:
    """The fault stands at the folder whose name is wrong, not at each file below it."""
    _, [fault] = arrange([*SOUND, f"{folder}{below}/01-a.yaml", f"{folder}{below}/02-b.yaml"])

    assert (folder, "I07", {"name": folder.rpartition("/")[2]}) == (
        fault.place.path,
        fault.code,
        fault.words,
    )


@pytest.mark.parametrize(
    ("levels", "paths"),
    [
        (0, SOUND),
        (0, ["2026/edition.yaml"]),
        (0, ["edition.yaml", "units.yaml"]),
        (1, ["edition.yaml", "06-policy/part.yaml"]),
        (2, ["01-planning/department.yaml", "part.yaml"]),
        (3, ["01-a.yaml", "department.yaml"]),
    ],
)
def test_a_folder_inside_the_content_is_known(levels: int, paths: list[str]) -> None:
    """A folder that begins with an edition's, part's or department's own file is not the content folder."""
    assert levels == levels_below(paths)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("hyou.csv", "03-paper.hyou.csv"),
        ("表.csv", "03-paper.table.csv"),
        ("市役所.JPG", "03-paper.picture.jpg"),
        ("03-paper.Map.JPG", "03-paper.map.jpg"),
        ("My map.png", "03-paper.my-map.png"),
    ],
)
def test_a_file_gets_the_name_of_its_section(name: str, right: str) -> None:
    """The name proposed for a table or picture is one that a section's file may have."""
    _, faults = arrange([*SOUND, f"{FOLDER}/03-paper.yaml", f"{FOLDER}/{right}"])

    assert (right, []) == (name_beside(f"{FOLDER}/03-paper.yaml", name), faults)


@pytest.mark.parametrize("lost", [EDITION, PART, DEPARTMENT])
def test_each_folder_has_its_own_file(lost: str) -> None:
    """A folder without its own file is a fault that stands where the file is missing."""
    _, [fault] = arrange([path for path in [*SOUND, *SECTION] if path != lost])

    folder, _, name = lost.rpartition("/")

    assert (lost, "I08", {"name": name, "folder": folder}) == (fault.place.path, fault.code, fault.words)


@pytest.mark.parametrize("path", SECTION[:3])
def test_prose_and_tables_need_their_section(path: str) -> None:
    """Prose or a table without the section's YAML is a fault."""
    _, [fault] = arrange([*SOUND, path])

    words = {"name": path.rpartition("/")[2], "missing": "03-city-paper.yaml", "right": ""}

    assert (path, "I09", words) == (fault.place.path, fault.code, fault.words)


@pytest.mark.parametrize(
    ("prose", "right"),
    [
        ("04-city-paper.ja.md", "03-city-paper"),
        ("03-city-papers.ja.md", "03-city-paper"),
        ("05-city-papers.ja.md", "03-city-paper"),
        ("05-roads.ja.md", ""),
    ],
)
def test_prose_of_almost_a_sections_name_is_told_of_it(prose: str, right: str) -> None:
    """Prose whose number or name is not its section's is told which section there is, and where."""
    section = f"{FOLDER}/03-city-paper.yaml"
    _, [fault] = arrange([*SOUND, section, f"{FOLDER}/{prose}"])

    assert ("I09", right) == (fault.code, fault.words["right"])
    assert ([section] if right else []) == [related.place.path for related in fault.related]


def test_sections_of_one_number_are_two() -> None:
    """Two sections may share a number while one is being renamed; neither hides the other."""
    editions, faults = arrange([*SOUND, f"{FOLDER}/03-a.yaml", f"{FOLDER}/03-b.yaml"])
    sections = editions["2026"].folders["06-policy"].folders["01-planning"].sections

    assert ([], ["03-a", "03-b"]) == (faults, list(sections))


def test_nothing_is_no_edition() -> None:
    """Without files there are no editions, and nothing to complain of here."""
    assert ({}, []) == arrange([])


@given(st.lists(st.text("０12-a./あyml", min_size=1), max_size=5))
def test_any_paths_are_arranged_or_refused(paths: list[str]) -> None:
    """Any names of files give folders or faults, never an exception."""
    editions, faults = arrange(paths)

    assert not paths or editions or faults
