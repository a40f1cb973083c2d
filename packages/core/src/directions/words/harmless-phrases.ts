const split = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));

/** Phrases that hold a word of dosing but say nothing about the dose. */
export const HARMLESS_PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  split(`without food
    do not increase
    do not add to repeat
    not repeat
    try paracetamol first
    sick day rules
    sick day rules apply
    sick day rule
    max tolerated dose
    lowest dose shortest time
    lowest dose for shortest time
    shortest time possible
    if possible
    short term only
    no repeat
    please cut down
    please try to use less
    try to use less
    increase only on advice
    not to be stopped abruptly
    not to be stopped suddenly
    reduce :
    reducing :
    on food
    meal of the day
    food of the day
    drink of the day
    not in blister pack
    not in dosette
    not in venalink
    not allergic
    no break
    no breaks
    without a break
    c food
    day and night
    c meals
    c milk
    reducing course :
    reduction course :
    present dose
    current dose
    hospital started
    acute not repeat
    reduced renal dose
    renal dose
    with other meds
    12 on 12 off
    12 on / 12 off
    reduction plan agreed :
    reduction plan :
    reducing plan :
    reducing regime :
    reduction regime :
    maintenance
    no driving
    no machinery
    no operating machinery
    no smoking
    no grapefruit
    at regular times
    at set times
    dont stop without
    do not stop without
    w food
    w / food
    w / meals
    w water
    next due
    not due
    due next
    in alternate nostrils
    alternate nostrils
    no early scripts
    no early script
    no early requests
    no early request
    no early issues
    no early supply
    no early supplies
    no early prescriptions
    no early ordering
    no increases
    no increase
    no more increases
    not to be repeated
    not on repeat
    not for repeat
    not for long term use
    not to be increased
    do not increase
    do not increase dose
    do not exceed dose
    short course only
    no further issues
    no further supply
    no further supplies
    no further prescriptions
    no more issues
    one month at a time
    1 month at a time
    one week at a time
    1 week at a time
    generic switch
    brand switch
    cost switch
    cost saving switch
    post op
    pre op
    post - op
    flare ups
    flare up
    flare - ups
    flare - up
    weekly cms serial
    cms weekly
    cms serial
    needs med review
    needs medication review
    needs review
    needs a review
    needs bloods
    needs blood test
    needs appointment
    needs an appointment
    needs to be seen
    needs to see gp
    not prn
    not as required
    not as needed
    not when required
    not when needed
    not just when required
    not just when needed
    not just prn
    not only when required
    even if no pain
    even when no pain
    even if pain free
    if lifting
    if it lifts
    if edges lift
    if patch lifts
    if patch falls off
    if it falls off
    if needed to secure
    until next review
    until further notice
    until reviewed
    until finished
    until completed
    not before food
    not with food
    do not use hot water bottle
    do not use hot water bottles
    in the notes
    per box
    per pack
    at least an hour before food
    last dose
    last issued
    last seen
    last review
    last reviewed
    last ordered
    last collected
    last supplied
    last dispensed
    dont stop suddenly
    dont stop abruptly
    dont stop taking
    before next issue
    before next prescription
    before next script
    before next supply
    before further issue
    before further issues
    before further supply
    before further supplies
    before further prescriptions
    next issue
    next prescription
    next script
    next supply
    with or without food
    not to be issued early
    now on
    now taking
    alternate sites
    alternating sites
    alternate site
    alternate arms
    alternate sides
    do not exceed stated dose
    do not exceed the stated dose
    do not exceed recommended dose
    do not exceed the recommended dose
    do not exceed the prescribed dose
    do not exceed prescribed dose
    repeat dispensing
    repeat rx
    repeat script
    repeat medication
    dosage :
    dosage =
    dosage -
    last issue
    last script
    last prescription
    last supply
    final issue
    do not issue early
    not to be dispensed early
    no early issue
    at the same times each day
    at the same times every day
    the same times each day
    same times each day
    same times every day
    same time
    same times
    at same time
    with or after food
    with or just after food
    with or immediately after food
    with or after meals
    on an empty stomach
    before food
    before eating
    before or after food
    an hour before food
    an hour before food or on an empty stomach
    this means an hour before food or 2 hours after food
    1 hour before food or 2 hours after food
    one hour before food or two hours after food
    30 minutes before food
    half an hour before food
    half hour before food
    1 hour before food
    one hour before food
    1 hour before or 2 hours after food
    an hour before or two hours after food
    one hour before or two hours after food
    2 hours after food
    two hours after food
    30 mins before food
    at the same time each day
    at the same time every day
    same time each day
    same time every day
    the same time each day
    the same time every day
    at the same time
    on the same day each week
    on the same day every week
    same day each week
    same day every week
    on the same day of each week
    on the same day of the week
    at same time each day
    at same time every day
    on same day each week
    on same day every week
    at regular intervals
    at equal intervals
    at evenly spaced intervals
    spread evenly through the day
    evenly spaced through the day
    spaced evenly throughout the day
    space the doses evenly throughout the day
    throughout the day
    through the day
    during the day
    spread through the day
    spread throughout the day
    over the day
    keep taking this medicine until the course is finished unless you are told to stop
    unless you are told to stop
    unless told to stop
    unless your doctor tells you to stop
    unless otherwise directed
    unless otherwise advised
    unless told otherwise
    unless advised otherwise
    unless otherwise instructed
    started by
    started in hospital
    started at hospital
    started by hospital
    start date
    unless directed otherwise
    until all taken
    until all gone
    until all finished
    in divided doses
    in split doses
    split dose
    split doses
    split over 2 doses
    split over two doses
    split over 3 doses
    split over three doses
    split over 4 doses
    split into 2 doses
    split into two doses
    split into 3 doses
    split into three doses
    split into 4 doses
    divided into 2 doses
    divided into two doses
    divided into 3 doses
    divided into three doses
    with any queries
    any queries
    any questions
    any problems
    any concerns
    alternate with ibuprofen
    alternating with ibuprofen
    alternate with paracetamol
    alternating with paracetamol
    in two divided doses
    in 2 divided doses
    in three divided doses
    in 3 divided doses
    in four divided doses
    in 4 divided doses
    in two doses
    in divided dose
    divided doses
    in a divided dose
    as one dose
    as 1 dose
    rest of packet
    at least half a glass of water
    half a glass of water
    half glass of water
    with half a glass of water
    if you feel well
    even if you feel well
    if drowsy do not drive
    if you feel sleepy
    if this happens
    if affected do not drive
    if tired do not drive
    while taking this medicine
    while taking these tablets
    while taking
    when driving
    when your stomach is empty
    when stomach is empty
    talk to a doctor at once if you take too much of this medicine
    immediate medical advice should be sought in the event of an overdose even if you feel well
    contact doctor if no better
    see gp if no better
    see doctor if no better
    if no improvement see gp
    do not stop taking except on your doctors advice
    do not stop taking this medicine unless your doctor tells you to stop
    do not stop taking this medicine except on your doctors advice
    do not stop taking this medicine
    do not stop suddenly
    do not stop abruptly
    not to be stopped suddenly
    or at once
    may be increased or
    second line
    first line
    first choice
    no alcohol
    not to be crushed
    not to be chewed
    not with milk
    not with alcohol
    not to be taken with alcohol
    not crushed
    not chewed
    not to be crushed or chewed
    not be crushed
    not be chewed
    with plenty of water
    other aspirin or paracetamol
    other paracetamol products
    other paracetamol containing products
    other products containing paracetamol
    any other paracetamol products
    any other products containing paracetamol
    any other paracetamol containing products
    anything else containing paracetamol
    with any other paracetamol products
    and no other paracetamol
    no other paracetamol
    other painkillers
    other medicines
    other pain relief
    other analgesia
    other analgesics
    long term
    short term
    as well as
    once a day preparation
    rotate sites
    to a different site each time
    different site each time
    on a different site
    different site
    to both legs
    with each meal and snack
    before exercise
    vitamin b 12
    in 2 doses
    in two doses
    in 3 doses
    in three doses
    on the same day
    rinse mouth after
    rinse mouth out after
    last thing
    while sitting or standing
    while sitting upright
    while sitting
    while standing
    while upright
    while in pain
    while pain persists
    one week supply
    in one nostril
    into one nostril
    one nostril
    either nostril
    in either nostril
    in one eye
    vitamin d 3
    vitamin d
    vitamin b
    type 2 diabetes
    type 1 diabetes
    type 2
    step 1
    step 2
    no longer than necessary
    lowest dose for the shortest time
    per day and
    dose unchanged
    dose confirmed
    no change
    no changes
    repeat prescription
    on repeat
    repeat template
    for maintenance
    maintenance dose
    usual dose
    dose
    regular dose
    daily dose
    night dose
    morning dose
    as before
    before use
    before taking
    before swallowing
    well before use
    shake well before use
    after each meal and before bed
    wash hands after use
    wash hands before and after
    not for regular use
    for short term use only
    for up to 12 hours
    for 12 hours
    for 12 hrs
    mar chart
    mar sheet
    mar charts
    continuous subcutaneous infusion
    continuous sc infusion
    continuous subcut infusion
    after each dialysis session
    after every dialysis session
    after each dialysis
    after every dialysis
    after dialysis
    between cheek and gum
    between the cheek and gum
    between gum and cheek
    between upper lip and gum
    between the gum and cheek
    between lip and gum
    under the tongue
    non hairy
    hair free
    above the waist
    over the affected area
    over painful area
    over area of pain
    over the painful area
    over site of pain
    no lifting
    or else
    or until review
    or water
    or milk
    or juice
    or food
    or as near as possible
    food or milk
    or a meal
    or meals
    or meal
    or chewed
    or chew
    or crush
    or suck
    or break
    or drive
    or operate machinery
    or use tools or machines
    or machines
    or machinery
    or upper arm
    or upper outer arm
    or back
    or outer arm
    or chest
    or thigh
    or buttock
    or capsules
    or mix with water
    or nurse
    or pharmacist
    or doctor
    or gp
    breathe in and hold
    hold breath
    half hour
    best taken at the`),
  (words) => words[0] ?? "",
);

/** Longest phrase first, so that "with or without food" is not read as "with or". */
for (const list of HARMLESS_PHRASES.values()) (list as (readonly string[])[]).sort((a, b) => b.length - a.length);
