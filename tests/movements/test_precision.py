"""The figure of a title is the right one or none: a wrong figure teaches a wrong exercise."""

import pytest

from cardgen.figure.movements import find_movement, why_not

RIGHT = """
Barbell Back Squat            | Barbell         | squat barbell
Air Squat                     | Bodyweight      | squat_bodyweight
Paused Front Squat            | Barbell         | frontsquat barbell
Tempo Deadlift                | Barbell         | deadlift barbell
Deadlift                      | Trap Bar        | deadlift trapbar
Dumbbell RDL                  | Dumbbells       | romaniandeadlift dumbbell
Single-Leg RDL                | Kettlebell      | singlelegdeadlift kettlebell
Smith Machine Split Squat     | Machine         | splitsquat smith
Rear-Foot-Elevated Split Squat| Dumbbell        | bulgariansplitsquat dumbbell
Step-Ups                      | Bench           | stepup bodyweight
Squat                         | Box             | boxsquat bodyweight
Hip Thrust                    | Smith Machine   | hipthrust smith
Leg Press                     | Machine         | legpress machine
Leg Curl                      | Exercise Ball   | ballcurl_ball
Snatch-Grip Deadlift          | Barbell         | snatchgripdeadlift barbell
Reverse Plank                 | Bodyweight      | reverseplank bodyweight
Seated Leg Curl               | Leverage Machine| seatedlegcurl machine
Lying Hamstring Curl          | Machine         | legcurl machine
Standing Calf Raises          | Smith Machine   | calfraise smith
Seated Calf Raises            | Dumbbell        | seatedcalfraise dumbbell
Bench Press                   | EZ Bar          |
Flat Bench Press              | Dumbbell        | benchpress dumbbell
Close-Grip Bench Press        | Barbell         | closegripbenchpress barbell
Wide-Grip Bench Press         | Smith Machine   | widegripbenchpress smith
Neutral-Grip Bench Press      | Dumbbell        | neutralgripbenchpress dumbbell
Incline Press                 | Dumbbell        | inclinebenchpress dumbbell
Decline Press                 | Smith Machine   | declinebenchpress smith
Chest Press                   | Machine         | chestpress machine
Seated Fly                    | Machine         | pecdeck machine
Push-Up                       | Wall            | wallpushup_wall
Push-Up                       | Bench           | inclinepushup_bodyweight
Press-Up                      | Mat             | pushup_bodyweight
Dip                           | Bench           | benchdip_bench
Dip                           | Rings           | ringdip rings
Row                           | Rings           | ringrow rings
Inverted Row                  |                 | invertedrow bodyweight
Pull-Up                       |                 | pullup bodyweight
Triceps Dip                   |                 | tricepsdip bodyweight
Leg Press                     |                 | legpress machine
Jump Rope                     | Rope            | jumprope bodyweight
TRX Row                       | Bodyweight      | invertedrow trx
Lat Pulldown                  | Cable Machine   | latpulldown cable
V-Bar Pulldown                | Cable           | closegrippulldown cable
Behind-the-Neck Pulldown      | Cable           | behindneckpulldown cable
Underhand Pull-Up             | Pull-up bar     | chinup bodyweight
Weighted Pull-Up              | Weighted        | weightedpullup plate
One-Arm Row                   | Dumbbell        | onearmrow dumbbell
Rear Lateral Raise            | Dumbbell        | reversefly dumbbell
Overhead Press                | Barbell         | overheadpress barbell
Seated Overhead Press         | Dumbbell        | seatedshoulderpress dumbbell
Behind-the-Neck Military Press| Barbell         | behindneckpress barbell
Single-Arm Overhead Press     | Kettlebell      | onearmshoulderpress kettlebell
EZ Barbell Curl               | EZ Barbell      | curl ezbar
Barbell Preacher Curl         | EZ Bar          | preachercurl ezbar
Kettlebell Swing              | Dumbbell        | swing dumbbell
Kettlebell Windmill           |                 | windmill kettlebell
Split Jerk                    | Barbell         | jerk barbell
Kniebeugen                    | Langhantel      | squat barbell
Enge Liegestütze              | Körpergewicht   | diamondpushup_bodyweight
Bankdrücken mit engem Griff   | Langhantel      | closegripbenchpress barbell
Einarmiges Rudern             | Kurzhantel      | onearmrow dumbbell
Schulterdrücken sitzend       | Kurzhantel      | seatedshoulderpress dumbbell
Press militar de pie          | Barra           | overheadpress barbell
Dominadas agarre supino       | Peso corporal   | chinup bodyweight
Fondos                        | Peso corporal   | chestdip bodyweight
Curl predicador               | Barra Z         | preachercurl ezbar
Rowing barre                  | Barre           | bentoverrow barbell
Développé couché prise serrée | Barre           | closegripbenchpress barbell
Squat gobelet                 | Kettlebell      | gobletsquat kettlebell
Pompes                        | Poids du corps  | pushup_bodyweight
Supino inclinado              | Halteres        | inclinebenchpress dumbbell
Agachamento no banco          | Barra           |
Supino no chão                | Barra           | floorpress barbell
Remada curvada                | Barra           | bentoverrow barbell
Kneeling Squat                | Barbell         | kneelingsquat barbell
Deficit RDL                   | Barbell         | deficitromaniandeadlift barbell
Donkey Calf Raise             | Bodyweight      | donkeycalfraise bodyweight
One-Leg Seated Calf Raise     | Dumbbell        | seatedsinglelegcalfraise dumbbell
Decline Fly                   | Dumbbell        | declinechestfly dumbbell
One-Arm Fly                   | Dumbbell        | onearmchestfly dumbbell
One-Arm Push-Up               | Bodyweight      | onearmpushup bodyweight
Pull-Up Behind the Neck       | Bodyweight      | behindneckpullup bodyweight
Neutral-Grip Pull-Up          | Bodyweight      | neutralgrippullup bodyweight
Reverse-Grip Pulldown         | Cable           | underhandpulldown cable
Underhand Row                 | Barbell         | reversegriprow barbell
Reverse-Grip Bent-Over Row    | Barbell         | reversegriprow barbell
Reverse-Grip Pushdown         | Cable           | reversegrippushdown cable
Behind-the-Back Shrug         | Barbell         | behindbackshrug barbell
Double Jerk                   | Kettlebell      | pushjerk kettlebell
One-Arm Swing                 | Kettlebell      | onearmswing kettlebell
Latzug im Untergriff          | Kabelzug        | underhandpulldown cable
Squat with Bands              | Barbell         | bandedsquat barbell
Squat with Bands              | Band            | squat band
Deadlift (Band)               |                 | deadlift band
Reverse-Band Deadlift         | Barbell         | reversebanddeadlift barbell
Rotational Throw              | Medicine Ball   | rotationalthrow medball
Kneeling Chest Pass           | Medicine Ball   | kneelingchestthrow medball
Foam Roll Inner Thigh         | Foam Roller     | foamrolladductors_roller
Backward Sled Drag            | Sled            | sleddrag machine
Reifenwenden                  | Körpergewicht   | tireflip bodyweight
"""

CONTRADICTED = """
Squat                         | Leg Press
No Squat                      | Barbell
No Lunges                     | Bodyweight
Keine Kniebeugen              | Langhantel
Sin sentadillas               | Barra
Sans squat                    | Barre
Sem agachamento               | Barra
Half Squat                    | Barbell
Squat Hold                    | Bodyweight
Squat to Curl                 | Dumbbell
Single-Leg Squat              | Barbell
Seated Deadlift               | Barbell
Single-Leg Hip Hinge          | Barbell
Deficit Lunge                 | Dumbbell
Lunge with Press              | Dumbbell
Lateral Step-Up               | Dumbbell
Standing Leg Press            | Machine
Single-Leg Glute Bridge       | Barbell
Incline Fly                   | Machine
Reverse-Grip Bench Press      | Dumbbell
Incline Close-Grip Press      | Barbell
Bench Press with Bands        | Barbell
Board Press                   | Barbell
Decline Crunch                | Bodyweight
Incline Plank                 | Bodyweight
Plank Row                     | Dumbbell
Weighted Plank                | Plate
Single-Arm Plank              | Bodyweight
Clap Push-Up                  | Bodyweight
Deficit Push-Up               | Bodyweight
Ring Push-Up                  | Rings
Burpee without Jump           | Bodyweight
Close-Grip Pull-Up            | Bodyweight
Pullover                      | Cable
Standing Row                  | Machine
Seated Face Pull              | Cable
One-Arm Face Pull             | Cable
Wide-Grip Upright Row         | Barbell
Seated Upright Row            | Dumbbell
Incline Lateral Raise         | Dumbbell
Lying Lateral Raise           | Dumbbell
Kneeling Overhead Press       | Barbell
Neutral-Grip Overhead Press   | Dumbbell
Seated Behind-the-Neck Press  | Barbell
Bottoms-Up Press              | Kettlebell
Standing Preacher Curl        | EZ Bar
Alternating Spider Curl       | Dumbbell
Windmill                      |
Running                       |
Cycling                       |
Leg Curl                      | Leverage Machine
Dips                          | Hocker
Squat                         | Sled
Push-Up                       | Parallettes
Battle Ropes                  | Barbell
Kreuzheben im Sitzen          | Langhantel
Banded Squat                  | Dumbbell
Reverse-Band Squat            | Band
Split Snatch                  | Kettlebell
Sled Drag                     | Sled
Rotational Throw              | Dumbbell
Plyo Push-Up                  | Kettlebell
Lying One-Arm Lateral Raise   | Dumbbell
Curl                          | Barbell and Cable
"""


def rows(table):
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def found(title, equipment, **more):
    match = find_movement(title, equipment, **more)
    return f"{match.movement} {match.implement}".strip() if match else ""


@pytest.mark.parametrize(("title", "equipment", "movement"), rows(RIGHT))
def test_a_title_finds_its_movement_with_what_is_held(title, equipment, movement):
    assert found(title, equipment) == movement


@pytest.mark.parametrize(("title", "equipment"), rows(CONTRADICTED))
def test_a_title_that_says_more_than_a_figure_shows_finds_none(title, equipment):
    assert found(title, equipment) == ""


@pytest.mark.parametrize(
    ("title", "equipment", "position", "movement"),
    [
        ("Biceps Curl", "Dumbbell", "standing", "curl dumbbell"),
        ("Biceps Curl", "Dumbbell", "sitting", "seatedcurl dumbbell"),
        ("Biceps Curl", "Barbell", "sitting", ""),
        ("Reverse Fly", "Dumbbell", "lying", "pronereversefly dumbbell"),
        ("Reverse Fly", "Machine", "sitting", "reversefly machine"),
        ("Leg Curl", "Machine", "lying", "legcurl machine"),
        ("Leg Curl", "Machine", "sitting", "seatedlegcurl machine"),
        ("Calf Raise", "Machine", "sitting", "seatedcalfraise machine"),
        ("Calf Raise", "Machine", "standing", "calfraise machine"),
        ("Standing Curl", "Barbell", "sitting", "curl barbell"),
        ("Squat", "Barbell", "sitting", "squat barbell"),
        ("Quad Stretch", "", "lying", ""),
        ("Quad Stretch", "", "standing", "quadstretchstanding_wall"),
        ("Face Pull", "Cable", "sitting", ""),
    ],
)
def test_a_text_that_begins_in_another_position_means_another_movement(title, equipment, position, movement):
    assert found(title, equipment, position=position) == movement


def test_the_position_is_told_as_the_reason():
    assert find_movement("Face Pull", "Cable", position="sitting") is None
    assert why_not("Face Pull", "Cable") == '"Face Pull" is near, but is done standing, and the text begins otherwise'
