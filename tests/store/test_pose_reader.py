"""The file of poses: what is read, how poses build on each other, every complaint in place."""

from __future__ import annotations

import pytest

from backcare.core.errors import InputRefusedError
from backcare.figure.contacts import names_for
from backcare.figure.pose import ARM_ANGLES, LEG_ANGLES, SPINE_ANGLES, STANCE_ANGLES, Pose
from backcare.figure.props import NAMES
from backcare.figure.skeleton import Limb, Part
from backcare.store.pose_reader import read_pose_ids, read_poses
from backcare.store.yaml_reader import parse_tree
from tests.store.marked import SOURCE, check_refusal_by

FULL = """\
poses:
  lying-legs-straight:
    lean: -90
    neck: 7.5
    both: {shoulder: 10, elbow: 5, hand: rest, foot: rest}
    rest: [back, pelvis]
    head: rests
    props: [mat]
  knee-to-chest-hug:
    extends: lying-legs-straight
    follows: lying-legs-straight
    neck: -2.25
    both: {hand: shin, elbow: 90}
    right: {hip: 120, knee: 130, foot: free}
    left: {elbow: 80, hand: other shin}
    rest: [back]
    pin: back
    works: [right leg]
"""


def read(text: str) -> dict[str, Pose]:
    return read_poses(parse_tree(text.encode(), SOURCE), SOURCE)


def ids(text: str) -> frozenset[str]:
    return read_pose_ids(parse_tree(text.encode(), SOURCE), SOURCE)


def pose(fields: str) -> Pose:
    """The one pose that is written as `{fields}`."""
    return read(f"poses: {{aa: {{{fields}}}}}")["aa"]


def refuse(marked: str, *messages: str) -> None:
    check_refusal_by(read, marked, *messages)


def test_every_field_of_a_pose_is_read() -> None:
    assert read(FULL)["lying-legs-straight"] == Pose(
        name="lying-legs-straight",
        angles={
            "lean": -90.0,
            "neck": 7.5,
            "right shoulder": 10.0,
            "left shoulder": 10.0,
            "right elbow": 5.0,
            "left elbow": 5.0,
        },
        rest=(Part.BACK, Part.PELVIS),
        contacts=dict.fromkeys(Limb, "rest"),
        head_rests=True,
        props=("mat",),
    )


def test_a_pose_takes_over_another_with_what_it_says_on_top() -> None:
    assert read(FULL)["knee-to-chest-hug"] == Pose(
        name="knee-to-chest-hug",
        angles={
            "lean": -90.0,
            "neck": -2.25,
            "right shoulder": 10.0,
            "left shoulder": 10.0,
            "right elbow": 90.0,
            "left elbow": 80.0,
            "right hip": 120.0,
            "right knee": 130.0,
        },
        rest=(Part.BACK,),
        pin=Part.BACK,
        contacts={
            Limb.RIGHT_ARM: "shin",
            Limb.LEFT_ARM: "other shin",
            Limb.LEFT_LEG: "rest",
        },
        head_rests=True,
        follows="lying-legs-straight",
        works=frozenset({Limb.RIGHT_LEG}),
        props=("mat",),
    )


def test_poses_stay_in_the_order_of_their_file() -> None:
    assert list(read("poses: {bb: {extends: cc}, cc: {extends: aa}, aa: {lean: 1}}")) == [
        "bb",
        "cc",
        "aa",
    ]


def test_a_pose_may_come_before_the_one_it_extends() -> None:
    found = read("poses: {cc: {extends: bb, neck: 3}, bb: {extends: aa, roll: 2}, aa: {lean: 1}}")
    assert found["cc"].angles == {"lean": 1.0, "roll": 2.0, "neck": 3.0}


def test_an_empty_pose_stands_upright() -> None:
    assert pose("") == Pose("aa")


def test_a_file_may_hold_no_pose() -> None:
    assert read("poses: {}") == {}


@pytest.mark.parametrize("name", [*STANCE_ANGLES, *SPINE_ANGLES])
def test_stance_and_spine_have_their_angles_at_the_top(name: str) -> None:
    assert pose(f"{name}: 12").angles == {name: 12.0}


@pytest.mark.parametrize("name", [*ARM_ANGLES, *LEG_ANGLES])
def test_limbs_have_their_angles_by_side(name: str) -> None:
    assert pose(f"right: {{{name}: 12}}").angles == {f"right {name}": 12.0}
    assert pose(f"left: {{{name}: 12}}").angles == {f"left {name}": 12.0}
    assert pose(f"both: {{{name}: 1}}").angles == {f"right {name}": 1.0, f"left {name}": 1.0}


def test_both_sides_come_before_each_wherever_they_stand() -> None:
    found = pose("left: {knee: 3, foot: kneel}, both: {knee: 1, foot: flat}, right: {hip: 2}")
    assert found.angles == {"right knee": 1.0, "left knee": 3.0, "right hip": 2.0}
    assert found.contacts == {Limb.RIGHT_LEG: "flat", Limb.LEFT_LEG: "kneel"}


def test_both_sides_of_a_pose_go_over_each_of_the_pose_it_extends() -> None:
    found = read("poses: {aa: {right: {knee: 9}}, bb: {extends: aa, both: {knee: 1}}}")["bb"]
    assert found.angles == {"right knee": 1.0, "left knee": 1.0}


@pytest.mark.parametrize("limb", Limb)
def test_a_limb_has_every_contact_there_is_for_it(limb: Limb) -> None:
    end = "hand" if limb.is_arm else "foot"
    for name in names_for(limb):
        assert pose(f"{limb.side.value}: {{{end}: {name}}}").contacts == {limb: name}


def test_a_contact_may_be_taken_away_and_given_again() -> None:
    found = read(
        "poses:\n"
        "  aa: {both: {foot: flat, hand: hip}, right: {hand: free}}\n"
        "  bb: {extends: aa, both: {foot: free}}\n"
        "  cc: {extends: bb, left: {foot: rest}}\n"
    )
    both_feet = {Limb.RIGHT_LEG: "flat", Limb.LEFT_LEG: "flat"}
    assert found["aa"].contacts == {Limb.LEFT_ARM: "hip", **both_feet}
    assert found["bb"].contacts == {Limb.LEFT_ARM: "hip"}
    assert found["cc"].contacts == {Limb.LEFT_ARM: "hip", Limb.LEFT_LEG: "rest"}


def test_lists_take_the_place_of_those_that_were_taken_over() -> None:
    found = read(
        "poses:\n"
        "  aa: {rest: [knees, hands], works: [left arm, right arm], props: [mat, pad]}\n"
        "  bb: {extends: aa, rest: [feet], works: [left leg], props: [chair]}\n"
        "  cc: {extends: bb, rest: [], works: [], props: []}\n"
        "  dd: {extends: bb}\n"
        "  ee: {extends: cc}\n"
    )
    assert found["aa"].works == {Limb.LEFT_ARM, Limb.RIGHT_ARM}
    assert found["aa"].rest == (Part.KNEES, Part.HANDS)
    assert found["aa"].props == ("mat", "pad")
    for name in ("bb", "dd"):
        assert found[name].rest == (Part.FEET,)
        assert found[name].works == {Limb.LEFT_LEG}
        assert found[name].props == ("chair",)
    for name in ("cc", "ee"):
        assert (found[name].rest, found[name].works, found[name].props) == ((), frozenset(), ())


def test_the_rest_is_taken_over_but_what_a_pose_follows() -> None:
    found = read(
        "poses:\n"
        "  aa: {head: rests, pin: feet, follows: bb}\n"
        "  bb: {head: free}\n"
        "  cc: {extends: aa}\n"
        "  dd: {extends: cc, head: free, pin: left foot, follows: cc}\n"
    )
    assert found["cc"] == Pose("cc", head_rests=True, pin=Part.FEET)
    assert found["dd"] == Pose("dd", pin=Part.LEFT_FOOT, follows="cc")
    assert found["aa"].follows == "bb"


def test_an_angle_may_be_set_back_to_nothing() -> None:
    found = read("poses: {aa: {lean: -90, neck: 5}, bb: {extends: aa, lean: 0}}")["bb"]
    assert found.angles == {"lean": 0.0, "neck": 5.0}
    assert found.angle("lean") == 0.0


@pytest.mark.parametrize("part", Part)
def test_a_body_may_rest_on_every_part_and_be_pinned_by_it(part: Part) -> None:
    found = pose(f"rest: [{part.value}], pin: {part.value}")
    assert (found.rest, found.pin) == ((part,), part)


def test_all_props_may_stand_around() -> None:
    assert pose(f"props: [{', '.join(NAMES)}]").props == NAMES


def test_a_long_line_of_poses_is_no_obstacle() -> None:
    lines = [f"  p{number}: {{extends: p{number + 1}}}\n" for number in range(3000)]
    found = read("poses:\n" + "".join(lines) + "  p3000: {lean: 4}\n")
    assert found["p0"].angles == {"lean": 4.0}


# Degrees


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [("0", 0.0), ("-0.5", -0.5), ("360", 360.0), ("-360.0", -360.0), ("12.125", 12.125)],
)
def test_degrees_are_whole_or_not(typed: str, degrees: float) -> None:
    assert pose(f"lean: {typed}").angles == {"lean": degrees}


@pytest.mark.parametrize(
    "typed", ["361", "-360.5", "+5", "1e2", ".5", "5.", "nan", "ten", "''", "010", "−5", "--5"]
)
def test_what_is_no_number_of_degrees_is_refused(typed: str) -> None:
    shown = typed.strip("'")
    refuse(
        f"poses: {{aa: {{lean: ¦{typed}, right: {{hip: ¦{typed}}}}}}}",
        f"lean is a number from -360 to 360; not {shown!r}",
        f"hip is a number from -360 to 360; not {shown!r}",
    )


# Complaints


def known(end: str) -> str:
    names = names_for(Limb.RIGHT_ARM if end == "hand" else Limb.RIGHT_LEG)
    return f"{end} is one of {', '.join(names)}, free"


PARTS = ", ".join(part.value for part in Part)


@pytest.mark.parametrize(
    ("fields", "beginning"),
    [
        ("¦colour: red", "pose aa has no field 'colour'; known are "),
        ("¦laen: 3", "pose aa has no field 'laen'; did you mean 'lean'?"),
        ("¦hip: 3", "pose aa has no field 'hip'"),
        ("both: ¦3", "the group 'both' of pose aa is a list of fields"),
        (
            "right: {¦knees: 3}",
            "the group 'right' of pose aa has no field 'knees'; did you mean 'knee'?",
        ),
        ("left: {¦lean: 3}", "the group 'left' of pose aa has no field 'lean'"),
        ("both: {hand: ¦kneel}", f"{known('hand')}, not 'kneel'; did you mean 'knee'?"),
        ("left: {foot: ¦shin}", f"{known('foot')}, not 'shin'"),
        ("rest: ¦back", "rest is a list, written [one, two] or with dashes"),
        ("rest: [¦bakc]", f"rest is one of {PARTS}, not 'bakc'; did you mean 'back'?"),
        ("rest: ¦[back, head, feet]", "rest has 0 to 2 entries, not 3"),
        ("rest: ¦[back, back]", "rest names the same twice; keep one of them"),
        ("pin: ¦[back]", f"pin is one of {PARTS}, not a list"),
        ("head: ¦yes", "head is one of rests, free, not 'yes'"),
        (
            "works: [¦leg]",
            "works is one of right arm, left arm, right leg, left leg, not 'leg'",
        ),
        ("works: ¦[left leg, left leg]", "works names the same twice; keep one of them"),
        ("props: [¦bike]", f"props is one of {', '.join(NAMES)}, not 'bike'"),
        ("props: ¦[mat, pad, mat]", "props names the same twice; keep one of them"),
        ("extends: ¦[bb]", "extends is text, not a list"),
        ("follows: ¦''", "follows is empty"),
    ],
)
def test_a_field_that_does_not_fit_is_refused(fields: str, beginning: str) -> None:
    text = f"poses: {{aa: {{{fields}}}, bb: {{}}}}"
    with pytest.raises(InputRefusedError) as caught:
        read(text.replace("¦", ""))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, text.index("¦") + 1)
    assert problem.message.startswith(beginning)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("¦{}", "the file needs the field 'poses'"),
        ("¦- a", "the file is a list of fields such as 'name: ...', not a list"),
        ("poses: ¦[a]", "poses are listed by id: 'some-id:' and its fields below it"),
        ("poses: {aa: ¦3}", "pose aa is a list of fields such as 'name: ...', not '3'"),
        ("poses: {}\n¦pose: {}", "the file has no field 'pose'; did you mean 'poses'?"),
        (
            "poses: {¦Bad_Id: {}}",
            "an id is made of 2 to 64 small letters, digits and hyphens, not 'Bad_Id'",
        ),
        ("poses: {¦mirrored: {}}", "the id 'mirrored' is taken; choose another"),
        (
            "poses: {aa: {lean: 1, ¦lean: 2}}",
            "'lean' is already given in line 1; keep one of them",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, message: str) -> None:
    refuse(text, message)


def test_all_mistakes_of_a_file_are_told_in_its_order() -> None:
    refuse(
        "poses:\n"
        "  lying:\n"
        "    lean: ¦flat\n"
        "    left: {knee: ¦400}\n"
        "    ¦right_: {}\n"
        "  sitting:\n"
        "    extends: ¦sittign\n"
        "    follows: ¦sittign\n"
        "    works: [left leg, ¦tail]\n",
        "lean is a number from -360 to 360; not 'flat'",
        "knee is a number from -360 to 360; not '400'",
        "pose lying has no field 'right_'; did you mean 'right'?",
        "extends: there is no pose 'sittign'; did you mean 'sitting'?",
        "follows: there is no pose 'sittign'; did you mean 'sitting'?",
        "works is one of right arm, left arm, right leg, left leg, not 'tail'",
    )


# Links


def test_a_pose_that_does_not_exist_is_told_for_each_that_names_it() -> None:
    refuse(
        "poses: {aa: {extends: ¦zz}, bb: {extends: aa}, cc: {extends: ¦zz, follows: ¦yy}}",
        "extends: there is no pose 'zz'",
        "extends: there is no pose 'zz'",
        "follows: there is no pose 'yy'",
    )


@pytest.mark.parametrize("link", ["extends", "follows"])
def test_a_circle_is_refused_once_where_it_is_first_met(link: str) -> None:
    refuse(
        f"poses:\n  in: {{{link}: bb}}\n  aa: {{{link}: bb}}\n"
        f"  bb: {{{link}: ¦cc}}\n"
        f"  cc: {{{link}: aa}}\n"
        f"  own: {{{link}: ¦own}}\n",
        f"{link} leads in a circle: bb, cc, aa, bb",
        f"{link} leads in a circle: own, own",
    )


def test_two_poses_may_be_linked_in_both_ways() -> None:
    found = read("poses: {aa: {follows: bb}, bb: {extends: aa}}")
    assert found["bb"].follows == ""


# Ids alone


def test_ids_are_told_whatever_the_poses_are_like() -> None:
    assert ids("poses: {aa: {colour: red}, bb: 3}") == {"aa", "bb"}


@pytest.mark.parametrize(
    "text", ["poses: 3", "pose: {}", "poses: {Aa: {}}", "poses: {mirrored: {}}"]
)
def test_ids_that_are_no_ids_are_refused(text: str) -> None:
    with pytest.raises(InputRefusedError, match=r"^mine\.yaml:1:"):
        ids(text)
