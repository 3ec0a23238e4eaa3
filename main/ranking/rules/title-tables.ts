/**
 * Titles as sets of concepts. A line of the table is "concepts: spellings"; a spelling of several words is read
 * before its single words. The table is small on purpose: trades that people search for, not a taxonomy.
 */
export const SYNONYMS = `
  software engineer: tech lead, developer, dev, programmer, coder, swe, sde, software engineer, software developer, software engineering, software development, software development engineer, entwickler, softwareentwickler, developpeur, desarrollador, sviluppatore, programador
  engineer: engineer, engineering, ingenieur, ingeniero, inginer, ingegnere
  frontend: frontend, front end
  backend: backend, back end, server side
  fullstack: fullstack, full stack
  machinelearning: machine learning, ml, deep learning
  ai: ai, artificial intelligence
  nlp: nlp, natural language processing
  devops: devops, dev ops
  sitereliability: sre, site reliability
  test: qa, quality assurance, tester, testing, test, sdet
  database administrator: dba
  system administrator: sysadmin, systems administrator
  security: security, cybersecurity, cyber security, infosec, information security
  ux: ux, user experience
  ui: ui, user interface
  dotnet: net, dotnet, dot net
  nodejs: nodejs, node js, node
  javascript: javascript, js
  typescript: typescript, ts
  go: go, golang
  rails: rails, ror, ruby on rails
  react: react, reactjs, react js
  angular: angular, angularjs
  vue: vue, vuejs, vue js
  cplusplus: c++, cpp
  csharp: c#, csharp
  ios: ios, iphone
  data scientist: data science, data scientist, datascientist
  data scientist machinelearning: machine learning scientist, ml scientist, applied scientist
  scientist: scientist, science
  analyst: analyst, analytics, analysis, analytical
  business analyst: ba
  architect: architect, architecture
  designer: designer, design
  manager: manager, management, mgr, managing
  product: product
  project: project, projects
  programme: program, programme
  scrummaster: scrum master
  support: support, helpdesk, help desk, service desk
  customer support: customer service, customer support, customer care, call centre, call center, contact centre
  heavy: hgv, lgv, lorry, truck, hgv1, hgv2
  heavy driver: hgv driver, lorry driver, truck driver, lgv driver, cdl driver, trucker, lkw fahrer, berufskraftfahrer, routier, chauffeur routier, camionero
  driver: driver, drivers, driving, chauffeur, fahrer
  delivery driver: courier, delivery driver, delivery courier
  forklift: forklift, fork lift, flt, reach truck, counterbalance
  warehouse: warehouse, warehousing, lager
  warehouse operative: picker, packer, picker packer, order picker, stocker, lagerhelfer, lagerist, magasinier
  operative: operative, operator, worker, labourer, laborer
  nurse: nurse, nursing, rn, registered nurse, rgn, rmn, krankenpfleger, krankenschwester, pflegefachkraft, pflegefachmann, infirmier, infirmiere, enfermera, enfermero
  care assistant: carer, caregiver, care assistant, care worker, healthcare assistant, hca, nursing assistant, cna, home care
  doctor: doctor, physician, gp, medical officer, arzt, medecin
  dentist: dentist, dental surgeon
  pharmacist: pharmacist, pharmacy
  veterinarian: vet, veterinarian, veterinary
  teacher: teacher, teaching, educator, instructor, lehrer, enseignant, profesor
  teacher assistant: teaching assistant, classroom assistant
  cook: chef, cook, commis, koch, cuisinier, cocinero
  waiter: waiter, waitress, waiting staff, kellner, serveur, camarero
  bartender: bartender, barman, barmaid, bar staff, barkeeper
  cleaner: cleaner, cleaning, janitor, custodian, housekeeper, housekeeping
  electrician: electrician, elektriker, elektroniker, electricien
  plumber: plumber, plumbing
  carpenter: carpenter, joiner, carpentry
  mechanic: mechanic, vehicle technician, automotive technician, mechaniker, mecanicien
  welder: welder, welding
  builder: builder, construction worker
  receptionist: receptionist, front desk, reception
  administrator: administrator, admin, administrative, administration, clerk
  executive assistant: secretary, personal assistant, executive assistant
  accountant: accountant, accounting, buchhalter, comptable, contable
  bookkeeper: bookkeeper, bookkeeping
  auditor: auditor, audit
  sales: sales, sale, selling, vertrieb, ventes
  sales representative: sales representative, sales rep, salesperson, salesman, saleswoman, verkaufer, vendeur, vendedor
  shop assistant: sales assistant, shop assistant, retail assistant, store assistant, store associate, retail associate
  cashier: cashier, checkout
  humanresources: human resources, hr, people operations, people partner
  recruiter: recruiter, recruiting, recruitment, talent acquisition, talent partner
  marketing: marketing, marketer
  writer: writer, copywriter, content writer, writing
  lawyer: lawyer, solicitor, attorney, counsel, barrister, jurist, avocat, abogado
  guard: guard, security guard, security officer, doorman
  gardener: gardener, landscaper, groundskeeper
  estateagent: estate agent, realtor, real estate agent, letting agent
  consultant: consultant, consulting, berater
  technician: technician, tech, techniker, technicien
`

/** Concepts that are near, with how much of the one counts for the other. */
export const RELATED: readonly [string, string, number][] = [
  ['fullstack', 'frontend', 0.6],
  ['fullstack', 'backend', 0.6],
  ['fullstack', 'web', 0.6],
  ['web', 'frontend', 0.5],
  ['web', 'backend', 0.4],
  ...['react', 'angular', 'vue', 'javascript', 'typescript'].map(
    language => [language, 'frontend', 0.6] as [string, string, number],
  ),
  ...`python django java php ruby rails go nodejs dotnet csharp scala rust api platform`
    .split(' ')
    .map(language => [language, 'backend', 0.6] as [string, string, number]),
  ['django', 'python', 0.8],
  ['rails', 'ruby', 0.8],
  ['csharp', 'dotnet', 0.8],
  ['react', 'javascript', 0.6],
  ['javascript', 'typescript', 0.6],
  ['nodejs', 'javascript', 0.5],
  ['mobile', 'ios', 0.8],
  ['mobile', 'android', 0.8],
  ['ios', 'android', 0.4],
  ['embedded', 'firmware', 0.8],
  ['devops', 'sitereliability', 0.8],
  ['devops', 'cloud', 0.6],
  ['devops', 'platform', 0.6],
  ['scientist', 'analyst', 0.4],
  ['engineer', 'architect', 0.5],
  ['machinelearning', 'ai', 0.6],
  ['machinelearning', 'nlp', 0.7],
  ['nlp', 'ai', 0.6],
  ['ux', 'ui', 0.6],
  ['product', 'project', 0.2],
  ['project', 'programme', 0.7],
  ['accountant', 'bookkeeper', 0.6],
  ['delivery', 'heavy', 0.3],
  ['cashier', 'shop', 0.5],
  ['waiter', 'bartender', 0.4],
  ['humanresources', 'recruiter', 0.5],
]

/** Levels are a factor of their own, and joining words and terms of employment say nothing of the trade. */
export const IGNORED = new Set(
  `junior jr jnr senior sr snr lead principal staff mid middle medior graduate grad intern interns internship trainee
  apprentice apprenticeship entry level experienced i ii iii iv v 1 2 3 4 5 of the and or for in at a an to with on
  by as und et y e de la le du des fur m w d f h x mwd full part time fulltime parttime remote hybrid onsite contract
  permanent temporary temp freelance ftc new urgent wanted required hiring vacancy job position role looking seeking
  uk us usa eu emea`.split(/\s+/),
)

/** Words that stand in titles of many trades tell less than the others. */
export const LIGHT = new Map<string, number>([
  ['software', 0.8],
  ['data', 0.7],
  ['business', 0.7],
  ['analyst', 0.8],
  ...[
    'engineer',
    'scientist',
    'manager',
    'assistant',
    'operative',
    'technician',
    'consultant',
    'specialist',
    'officer',
  ].map(word => [word, 0.6] as const),
  ...['coordinator', 'associate', 'executive', 'representative', 'advisor', 'adviser', 'team'].map(
    word => [word, 0.6] as const,
  ),
])

/** Beside one of these an engineer writes software, whether the title says so or not. */
export const OF_SOFTWARE = new Set(
  `frontend backend fullstack machinelearning ai nlp devops sitereliability ios android web mobile cloud python java
  javascript typescript nodejs react angular vue django rails ruby php go rust scala kotlin swift dotnet csharp
  cplusplus platform embedded firmware blockchain salesforce api`.split(/\s+/),
)

/** At the end of a part these name the work, and what stands before says of what: a driver trainer is no driver. */
export const HEADS = new Set(
  `manager director head chief recruiter trainer coach coordinator supervisor specialist assistant advisor adviser
  representative evangelist advocate evaluator buyer planner scheduler administrator`.split(/\s+/),
)
