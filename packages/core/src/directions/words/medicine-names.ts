/** Medicines as they are named in texts about another one. */
export const OTHER_MEDICINES: ReadonlySet<string> = new Set(
  `morphine codeine tramadol oxycodone fentanyl zomorph mst oramorph oxycontin butec butrans matrifen durogesic dihydrocodeine gabapentin pregabalin amitriptyline naproxen ibuprofen diclofenac paracetamol cocodamol codydramol omeprazole lansoprazole
  diazepam temazepam zopiclone nitrazepam sertraline citalopram fluoxetine mirtazapine duloxetine ramipril amlodipine bisoprolol atorvastatin simvastatin metformin gliclazide levothyroxine prednisolone furosemide warfarin apixaban senna lactulose
  docusate laxido movicol macrogol baclofen tizanidine quinine nefopam meptazinol tapentadol palexia targinact longtec shortec sevredol abstral effentora temgesic solpadol kapake tylex zapain remedeine brufen calpol aspirin nurofen
  lyrica neurontin diclofenac voltarol etoricoxib celecoxib meloxicam hyoscine midazolam haloperidol levomepromazine cyclizine ondansetron
  metoclopramide domperidone lidocaine bup methocarbamol naltrexone nabilone capsaicin nortriptyline carbamazepine
  trazodone dexamethasone prednisolone prednisone spironolactone risperidone paliperidone amiodarone nabumetone buspirone pioglitazone
  hydrocortisone norethisterone progesterone medroxyprogesterone eplerenone finerenone`
    .trim()
    .split(/\s+/),
);
