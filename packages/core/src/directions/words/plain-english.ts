/**
 * Everyday, anatomical and clinical words met beside a dose. They say what it is for, where it goes, or who wrote it.
 * Being known, they are neither repaired into a word of dosing nor held to be a slip of one.
 */
export const PLAIN_ENGLISH: ReadonlySet<string> = new Set(
  `about across active actually added adding advice advised afterwards age ago air alert alone already and ankle appear are around arrange asked asap ask attack attacks attend attending
  await awake aware bath bathing baths because become becomes been behind being belt bend best better big bite bites bleeding blood bloods blue boil bowel boys brain brand breast
  breath breathe brown bruise burn burning but buttock buttocks buy cannula canular care careful carefully carry case catheter cells change charge check checked checks chesty chewable child chin chronic city class clean
  cleanse clear clearly close cloth coat cold colds collect comb combination come comes comfort common complete compress contact contents continue control cool copd cord correct could count cover covered crack cramping cream
  cure current currently cut cyst daughter deep dental dentist dermatitis device diet different direct disc discomfort disease discussed disorder do does dog done door drain draw dress dressing drive driver dry
  due duration early easily east eat eczema edge effect effective elbow elderly electric emergency end energy entire especially essential evidence exact exam excess exercise expired expiry eyelid eyelids
  eyes face faeces fair fall falls fast fasting fat fatigue feed feel feeling feels feeding fibromyalgia field fill find fine finger fingers fire firm fish fit fits flat flight flow flush fold foam follow following foot forearm form
  fracture free fresh friend from front fungal gargling gas gel gentle gently get gets getting girl girls glands go goes going gone good great green groin group grow growth gums had haemoglobin hard has have head headaches
  healing health hear hearing heart heat heavy heel help here high him hips history holding hole home hope hormone hot how however hurt hurts idea ill illness important improve improved improvement indicated
  infected inflamed information inhalers initiated injury inner inside insomnia instructions insulin into involved irritation jaw job joint joints just kept kind kit know known large larynx later leak lean lean legs 
  letters level levels lie life lift light like likely limb limbs line lip lips liquid listen list live load local lock long look loose lot lotion lots love low lumbar lump lung made main maintain make makes male manage managed
  managing mark marks mask massage matter mean means medical medically medicinal meds membrane memory men mention milky mind mindful mix mobility moist moisten moisturise moisture monitor monitored monitoring mood
  mothers move moved mri much muscles muscular must mycotic nail name natural near nearly nebuliser neck needle nerve nerves nerve-pain net neuralgia neuropathy new nice nipple nodes noise normal 
  north nose note noted notes now numb number nursing obtain occurs oedema of oil ok okay old older on open opened operation opposite option orange osteoarthritis osteoporosis otitis our out outside oxygen pack pads pain
  pains painkiller painkillers palliative palm palms pancreas panic part particular parts pass past pathway patient patients peak pelvic pelvis pen perform period periods person pharynx phone pick pink place plan plane
  plaque play please plug plus pneumonia podiatry point poor pop port possible post pot potassium pour powder prefer preferably pregnant prepare prescribed prescriber prescribing present press pressure prevent previous prior private problem
  problems procedure process prolapse proper properly provide psoriasis pull pulse pump push queries question quick quickly quiet quit rapid raw reach reaction ready really rear reason receive recent recently reception red
  redness refer referral referred reflux refrigerate region regularly regime rehab relieve relieving relax relaxant remedy request requested requests residue resistant respiratory respond response restless result results return rheumatoid
  rheumatology rinse rinsing risk road rod roll room root round routine rub rubbed safe safety said saline saliva salt same sciatica scan school sciatic scalp seasonal secretions sedation seek seen self send sensitive series serious serum set seventy
  shake shaken shampoo share sharp sheet shin shingles shop short shortness should shower side sides sign signs simple since sinusitis sip sister site sit sits skin sleepy sleeping slight slow slowly small smear smoke smoking smooth snack snacks soak soap
  sock soft solid sore sores soreness sort sound source south spacing specialist specific spine spinal splint spoken sport spot spots spread stable staff stage stairs stand state steady stent stepping sterile stiff stiffness still sting
  stings stomach stone stones stool stools storage straight strain strip stroke strong study stump sudden suddenly suffer suffering suggest suitable sunburn sunlight support sure surface surgery surgical suspected sweat sweats sweating swab
  system table tail talk target taste tear tears teeth tell temperature tender tendon test tested testing tests thank thanks that their therapy these they thick thigh thighs thin thing things think this those though
  through throughout thumb thyroid tightness tingling tired tiredness tissue tissues to toes together tonsils too took tooth toothache top topical total touch towel toxicity track transfer travel travelling treat treated trigeminal trip trunk try trying
  tube tummy turn two-thirds type types ulcers under underarm underarms understand underlying upper upset urgent urinary urology use useful user uses using usual uterus uti vaccination vaccine vein veins via view viral virus visit
  vitamins voice vomit wait waist wake walk walking wall want warfarin warm wart warts waste watch water wax way weak weakness wear wearing weather weight well west wet what where which white who why wide will wind
  wipe wish with woman womb word words work worked working works worry worse worsening would wrap wrist wrists write written yeast yellow yes yet you young your
  stay co till such did true house others ways act town ease gain got tone peri feels lets sold mode house file gps read pre worn tied addison adrenal allergic anaemia angina ankylosing antacid antidepressant antihistamine antifungal antiviral anxiolytic aspirin atrial baby bipolar bronchitis bunion bursitis cancer carpal cataract cellulitis cervical cystitis dementia dvt
  dyspepsia endometriosis erectile failure fibrillation folic folate frozen ganglion glaucoma gord gerd hernia hypertension hypothyroid ibs ischaemic kidney lupus menstrual menorrhagia ms multiple myeloma neuropathic nocturia oesophagitis
  osteo parkinsons phlebitis plantar pmr polymyalgia postural psychosis raynauds renal rosacea scleroderma shoulder spondylosis steroid tendonitis tennis thrush tinnitus tunnel urticaria vertigo whiplash withdrawal wisdom
  bp dc uc ra oa gp dr mr mrs ms prof re my me pt rx hx tx dx ns ok ac pc cc af cv hb ed ec la cr ir sa er ft cd ct gi ent nhs afib ed uti copd dvt inr msk ortho paeds physio neuro cardio rheum derm gynae psych obs
  bay bear bother bump cast cost doc fear hub internal lamp leading loss lumps mail match ovary paid paper pay pins run says seat tax teach tend tip tubes unfit vital lasts breaks ups tens acl thr phn tgn team teams rls oab bph tia mi cva hf ckd aki
  smith jones brown taylor wilson davies evans thomas johnson roberts walker wright robinson thompson hughes edwards green lewis wood harris martin jackson clarke clark turner hill scott cooper morris ward moore king watson baker harrison morgan
  patel young allen mitchell james anderson phillips lee bell parker davis khan ali shah singh kaur ahmed hussain begum cox gray grey webb hunt rose stone ford knight holmes palmer mills barnes murphy kelly ross reid murray`
    .trim()
    .split(/\s+/),
);
