"""What moves, and the muscles that move it: words for parts, actions and directions, and which of them together mean what. Data.

It is the mechanics of joints and of gravity, not a list of exercises: elbows that bend to lift are bent by the biceps, elbows
that bend to lower the body are held back by the triceps.
"""

from __future__ import annotations

NOUNS = """
elbow: elbow, elbows
knee: knee, knees
hip: hip, hips, pelvis
arm: arm, arms
leg: leg, legs
thigh: thigh, thighs
shoulder: shoulder, shoulders
blade: blade, blades, scapula, scapulae, scapular, scapulas
wrist: wrist, wrists, knuckle, knuckles
hand: hand, hands, fist, fists, palm, palms
heel: heel, heels
toe: toe, toes, forefoot
ball: balls
foot: foot, feet, sole, soles
trunk: torso, trunk, ribcage, spine
back: backs
waist: waist, navel, abdomen, stomach, belly, rib, ribs, ribcage, sternum, pocket, pockets, hip, hips
head: head, forehead, skull
face: face, eyes, nose
ear: ear, ears
chin: chin
neck: neck
chest: chest, breastbone, collarbone, collarbones, pecs
glute: glutes, butt, buttocks, seat
shin: shin, shins
body: body, yourself, bodyweight
load: bar, barbell, dumbbell, dumbbells, kettlebell, kettlebells, bell, bells, weight, weights, handle, handles, band, rope, cable,
  attachment, plate, lever, stack, load, bars
sled: platform, footplate, sled
floor: floor, ground, mat
up: up, upward, upwards, top
top: top, upper, uppermost
over: overhead, ceiling, sky
down: down, downward, downwards
side: side, sides, sideways, outward, outwards, laterally, lateral, sideward
out: out
front: front, forward, forwards
behind: back, behind, backward, backwards, rear
together: together, inward, inwards, across, midline
apart: apart
line: line, plank
slight: slightly, slight, soft, softly, unlocked
opposite: opposite
forearm: forearm, forearms
parallel: parallel, level
return: starting, start, initial, original
box: box, bench, step
arc: arc, arcing, arcs
"""
ACTIONS = """
bend: bend, flex, fold
straighten: extend, straighten, lock out
raise: raise, lift, elevate, hoist
lower: lower, descend, sink, drop
push: push, press, drive, thrust
pull: pull, row, draw, tug
curl: curl
crunch: crunch
twist: rotate, twist, turn
hinge: hinge
pinch: squeeze, pinch, retract
shrug: shrug
open: open, spread, abduct, separate
close: close, adduct
hang: hang
jump: jump, leap, hop
swing: swing
squat: squat
lunge: lunge
kick: kick
stand: stand
bring: bring, guide, sweep
rise: rise
step: step
tilt: tilt, lean
depress: depress
protract: protract
hold: hold
nod: nod
"""
FORMS = """
bend: flexion
straighten: extension
raise: raises
twist: rotation, rotational
open: abduction
close: adduction
pinch: retraction
depress: depression
protract: protraction
"""
TWO_WORDS = {"upper body": "trunk", "over head": "over", "above head": "over", "behind head": "head"}
"""What a part is with the word before it, articles aside."""

CONTEXTS = """
onside: lie on side, lying on side, lie down on side, lie on left side, lie on right side, lie on one side, start on side,
  begin on side, rest on side, roll on side, roll onto side, settle on side, side lying, side plank
prone: face down, facedown, prone, on stomach, on belly, chest against incline bench, chest on incline bench, chest on bench,
  chest against bench
supine: lie on back, lying on back, lie flat on back, lying flat on back, start on back, lie face up, face up, supine, bridge,
  upper back against bench, shoulders on bench
bent: bent over, bend over, hinge, hinge forward, hinging, torso parallel, torso nearly parallel, torso almost parallel,
  torso is parallel, torso is nearly parallel, lean forward, leaning forward
overhand: overhand, pronated, palms down, palms facing down, palms face down, palms facing floor, palms facing ground
"""
"""How the whole body is held, which decides what a movement works."""

MOTIONS = """
push load over: front_delts + triceps side_delts
push>arm over: front_delts + triceps side_delts
push over -leg -hip: front_delts + triceps side_delts
push shoulder -blade -knee: front_delts + triceps side_delts
lower>load chest -bent: chest + triceps front_delts
lower>chest floor: chest + triceps front_delts
lower>body floor elbow: chest + triceps front_delts
bend>elbow lower chest -pull: chest + triceps front_delts
bend>elbow lower body -pull: triceps chest + front_delts
push chest -pull -leg -knee -hip -blade: chest + front_delts triceps
load together chest -pull -pinch: chest + front_delts
arm together chest -pinch: chest + front_delts
arc load together: chest + front_delts
lower>load side arc: chest
straighten>elbow -bend -lower -pull -hip -knee -return: triceps
straighten>elbow raise -bend -lower: triceps
straighten>arm down -lower -pull -hang -return: triceps
straighten>arm push -lower -pull: triceps
straighten>arm behind -lower -pull -return: triceps
push>load down -leg -foot -heel -knee -elbow: triceps
bend>elbow lower load -raise -curl: triceps
lower>load head elbow -pull: triceps
lower>load head -arm -pull: triceps
pull>elbow down -bend: lats + biceps mid_back
push>elbow down -raise -bend: lats + biceps mid_back
pull>chin -behind: lats + biceps mid_back
bring>chin -behind: lats + biceps mid_back
chin load -pull -raise -curl -push -lower: lats + biceps mid_back
pull up -load -hip -knee -leg -foot -heel -shoulder -elbow -blade: lats + biceps mid_back
pull>body up -hip -knee -leg: lats + biceps mid_back
pull>chest up load: lats + biceps mid_back
pull>load down -push -shoulder -face: lats + biceps mid_back
pull>load waist -leg -knee -foot: lats mid_back + biceps rear_delts
pull>load trunk -leg: lats mid_back + biceps rear_delts
pull>load body -hip -leg -together: lats mid_back + biceps rear_delts
pull>load chest -down: lats mid_back + biceps rear_delts
pull>elbow behind -down: lats mid_back + biceps rear_delts
push>elbow behind -down: lats mid_back + rear_delts
pull>chest load -up: lats mid_back + biceps rear_delts
pinch>blade: ? mid_back + rear_delts
blade bend: ? mid_back
pull>blade together -down: mid_back + lats
pull>blade behind -down: mid_back + lats
pull>blade down: mid_back + lats traps
depress blade: mid_back + lats traps
bring>load down thigh: lats
pull>load over chest: lats + chest
lower>load head arm -elbow: lats + chest
pull>load face: rear_delts mid_back
pull>load apart -foot: rear_delts mid_back
open>load arm: rear_delts mid_back
raise>arm side bent: rear_delts + mid_back side_delts
raise>arm side prone: rear_delts + mid_back
raise>load side prone: rear_delts + mid_back
raise>load side bent: rear_delts + mid_back side_delts
open>arm side bent: rear_delts + mid_back
raise>arm side -front -leg -behind -bent -prone: side_delts + front_delts
raise>load side -leg -knee -bend -bent -prone: side_delts + front_delts
raise>load front -side -leg: front_delts + side_delts
raise>arm front -side -leg -prone: front_delts + side_delts
pull>load chin: side_delts traps + front_delts
pull>elbow up side: side_delts traps
raise>elbow up side: side_delts traps
shrug: traps
raise>shoulder ear: traps
protract blade: serratus
push>blade apart: serratus
curl>load overhand -wrist -leg -heel -knee: forearms biceps
curl>load -overhand -wrist -leg -heel -knee -glute -thigh: biceps + forearms
bend>elbow raise load overhand: forearms biceps
bend>elbow raise load -overhand: biceps + forearms
bend>elbow curl: biceps + forearms
bend>elbow bring load up: biceps + forearms
curl>wrist: forearms
wrist curl: forearms
bend>wrist: forearms
straighten>wrist: forearms
raise>wrist: forearms
hang load: ? forearms lats
hang arm: ? forearms lats
crunch: abs + obliques
curl>trunk: abs + obliques
curl>shoulder floor -prone: abs + obliques
curl>chest: abs + obliques
raise>shoulder floor -hip -leg -prone: abs + obliques
raise>head shoulder -prone: abs + obliques
raise>blade floor -prone: abs + obliques
raise>trunk -prone -bent: abs + hip_flexors
curl>body up: abs + hip_flexors
twist>trunk -slight: obliques + abs
elbow opposite knee: obliques abs + hip_flexors
bend>trunk side: obliques
bend>waist side -knee -elbow: obliques
tilt>trunk side: obliques
raise>leg -side -behind -onside -prone -glute: hip_flexors
raise>knee -side -behind -onside -hip: hip_flexors
raise>thigh: hip_flexors
pull>knee chest: hip_flexors + abs
bring>knee chest: hip_flexors + abs
pull>knee front: hip_flexors + abs
push>knee chest: hip_flexors + abs
bend hip leg raise: hip_flexors
curl>hip: abs + hip_flexors
raise>leg behind: glutes + hamstrings
raise>leg prone -arm: glutes + hamstrings
kick>leg behind: glutes + hamstrings
push>leg behind: glutes + hamstrings
push>heel over: glutes + hamstrings
raise>leg side -behind: abductors
raise>leg onside: abductors
raise>knee onside: abductors
raise>knee top side: abductors
kick>leg side: abductors
pull>leg side: abductors
raise>hip onside: obliques
raise>hip -onside -chest: glutes + hamstrings
push>hip up -onside -behind: glutes + hamstrings
straighten>hip -knee: glutes hamstrings
push>hip front: glutes hamstrings
bring>hip front: glutes hamstrings
straighten>hip knee: glutes quads + hamstrings adductors calves
straighten>knee hip: glutes quads + hamstrings adductors calves
hinge -knee: ? glutes hamstrings + lower_back
hinge knee slight: ? glutes hamstrings + lower_back
hinge knee -slight: ? glutes hamstrings
push>hip behind -knee -up: ? glutes hamstrings + lower_back
push>hip behind knee -slight: quads glutes + adductors
bend>knee lower -slight -hinge -elbow: quads glutes + adductors calves
bend>knee hip -slight -hinge -raise: quads glutes + adductors calves
bend>hip knee -slight -hinge -raise: quads glutes + adductors calves
squat: quads glutes + adductors calves
lower>knee floor: quads glutes + adductors
step front lower: quads glutes + adductors
thigh parallel -raise -hang: quads glutes + adductors
lunge: quads glutes + adductors
lower>thigh floor: quads glutes + adductors
lower>hip floor -raise -onside -supine: quads glutes
lower>hip floor -raise -onside supine: glutes + hamstrings
push heel stand: quads glutes
push foot stand: quads glutes
push heel up -hip -over: glutes quads
step up -behind: quads glutes + adductors
straighten>knee -hip -lower: quads
straighten>leg -hip -lower -arm -floor -behind: quads
push>sled: quads glutes + adductors
push>load foot -hip: quads glutes + adductors
push leg -behind -down -hip: quads glutes + adductors
curl>leg: hamstrings + calves
leg curl: hamstrings + calves
curl>heel: hamstrings + calves
curl>load thigh: hamstrings + calves
curl>load glute: hamstrings + calves
bend>knee glute -lower: hamstrings + calves
bend>knee curl: hamstrings + calves
pull>heel glute: hamstrings + calves
bring>heel glute: hamstrings + calves
raise>heel -hip -leg: calves
rise toe: calves
rise ball: calves
raise>body toe -line: calves
push ball foot: calves
raise>toe -heel -leg -foot: tibialis
pull>toe shin: tibialis
bring>toe shin: tibialis
raise>toe shin: tibialis
open>knee -hip: abductors
open>leg -chest: abductors
hip open -knee -trunk: abductors
push>knee side: abductors
push>knee out: abductors
push>knee apart: abductors
close>leg: adductors
hip close: adductors
close>thigh: adductors
pinch>knee: adductors
pinch>thigh together: adductors
bring>leg together: adductors
pull>leg together: adductors
raise>chest prone: lower_back + glutes
raise>chest leg floor: lower_back glutes
raise>arm leg prone: lower_back glutes
straighten>trunk: lower_back + glutes hamstrings
straighten>back: lower_back + glutes hamstrings
back straighten: lower_back + glutes hamstrings
raise>trunk bent: lower_back + glutes hamstrings
raise>trunk prone: lower_back + glutes hamstrings
jump -chin -behind: quads glutes + calves
swing>load hip: glutes hamstrings + front_delts
swing>load up: glutes hamstrings + front_delts
twist>arm side: rotator_cuff
twist>forearm side: rotator_cuff
twist>forearm up: rotator_cuff
twist>forearm -side -up: forearms
bend>neck: neck
straighten>neck: neck
raise>head -shoulder: neck
push>head: neck
nod>head: neck
nod>chin: neck
tilt>head: neck
hold line -push -lower: abs + obliques
"""
"""What comes together in one clause, what is absent after a minus, who does it, and after a plus who helps.

`raise>leg` is a leg that is raised; `raise leg` only has both words. A question mark is a posture as well: it counts where
another motion of the guide works the same muscles.
"""
