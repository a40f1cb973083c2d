const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What is done with the medicine. None of them changes how much. */
export const VERBS =
  list(`take tak tke takes taken tk tkae taking use used using apply applied applying put place placed swallow swallowed dissolve dissolved suck sucked
  insert inserted inhale inhaled give given giving chew chewed administer administered instil instill drink have spray inject injected mix mixed adhere stick wear please should must can
  may tobe consume sip gargle rinse nebulise nebulised sniff cont contd ctd`);

/** A patch is changed one for one. */
export const CHANGE_VERBS = list("change changed changing replace replaced replacing renew renewed");

/** Small words that carry no dose when the phrase around them has been read. */
export const GLUE =
  list(`the a an of it them this these that your you with by via into in on at is are be to for from per his her their my mouth orally po oral
  sublingual buccal oral nasal rectal route pr sl sc im iv inh neb pv top topically rectally sublingually subcut subcutaneously buccally nasally pls pt mid med patient sig peg ng nj rig nasogastric gastrostomy tto tta ie eg as so also only total`);

/** Words met around doses that are known not to change them; never repaired into a dose word. */
export const HARMLESS =
  list(`food foods meal meals water milk juice drink glass plenty full empty stomach whole half-hour pain painful relief relieve back neck knee hip leg arm arms
  shoulder joint joints muscle nerve neuropathic arthritis breakthrough severe moderate mild acute chronic right left upper lower outer eye ear nostril nose skin dry clean
  hairless area affected site rotate sites tongue under inside cheek gum throat chest breathing asthma copd wheeze inhaler spacer blood pressure heart cholesterol water thyroid mood
  depression anxiety sleep sleeping infection course antibiotic antibiotics finish finished complete completed completion until review reviewed doctor gp dr nurse surgery clinic
  eff effer sol hospital consultant specialist pharmacist pharmacy chemist appointment please call see book contact ring practice letter leaflet enclosed label labels warning warnings may cause drowsiness
  drowsy drive driving machinery alcohol avoid crush chew crushed chewed dissolve dissolving dispersed swallowed regularly regular reg strictly evenly spaced medication medicine
  medicines drug prescription script acid indigestion gastric reflux migraine headache cough nausea sickness vomiting constipation bowels laxative diabetes sugar bones bone calcium vitamin iron
  hayfever allergy allergies rash itching itch diarrhoea bladder prostate urine gout swelling inflammation epilepsy seizures fits tremor spasm spasms cramp cramps opioid strong morphine codeine
  paracetamol ibuprofen tramadol oxycodone fentanyl buprenorphine tablet prolonged modified release slow mr sr xl immediate extended dispersible soluble effervescent gastro resistant enteric coated
  sugar free oral solution suspension liquid syrup linctus containing contains contain product products other aspirin same time times together both brand generic and there does mouth soon thirst
  thirsty feet foot hand hands hair scalp face body nails toe finger wound ulcer very well sitting upright standing after keep remain remember ensure continue continued ongoing long term
  short wellbeing caution care home carer carers resident residents mum dad nan gran family wife husband mother father son daughter nhs ward discharge discharged record records change weight height might sight light tight treatment therapy
  prevent prevention prophylaxis help helps reduce-acid control controlled controlling condition symptoms relief stomach-protection protect protection lining gut lungs kidney kidneys liver
  fluid retention ankle ankles circulation stroke clots thinning thinner angina palpitations rate rhythm menopause hrt contraception pill women men children child adult adults suitable
  allow allowing melt spit rinse mouthwash wash washing shake bottle measure measured syringe cup provided supplied store fridge room away reach keep light bright exposure sunlight direct sun lamps
  hayfever seasonal dialysis nasal sinus sinuses sprayed sprays-nostril nasally vagina vaginally rectum back-passage passage bottom anus piles haemorrhoids new old previous own hold carry alert card cards anticoagulant overactive deficiency periods heavy discard opening mouth`);

/** Packing and supply, not dosing: "weekly venalink". */
export const PACKING =
  list(`venalink venalinks venlink nomad nomads dosette dossette dosett dosset doset mds blister blisters tray trays dispensing dispense dispensed dispensation pack packs packed packing packaging script scripts
  rx prescription prescriptions supply supplies supplied collection collections collect pickup issue issues box boxes cassette medipack manrex compliance aid nms delivery deliveries deliver delivered cms ams pouch pouches cassettes basis-supply instalment instalments installment installments
  pharmacy`);
