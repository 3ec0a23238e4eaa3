import { foldWord } from './dates-words.ts'
import { isFamilyName } from './entries-companies.ts'

/** What tells the title of a position from the name of a company: the words that name work. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns that name who does the work, folded, in English, German, French and Spanish. */
const HEADS = words(`
  accountant activist actor actress actuary adjuster administrator advisor adviser advocate agent agronomist aide ambassador
  analyst anaesthetist anesthetist animator announcer apprentice appraiser arborist archaeologist architect archivist
  artist assembler assessor assistant associate astronomer athlete attendant attorney auditor author baker banker barber
  barista barrister bartender beautician biochemist biologist blogger boilermaker bookkeeper bookseller botanist boss bricklayer
  broker builder butcher buyer captain caregiver caretaker carer carpenter cartographer cashier caterer cellist chair
  chairman chairperson chairwoman chaplain chauffeur chef chemist chief chiropractor clerk cleaner climatologist clinician
  coach coder cofounder colonel columnist commander commissioner composer comptroller concierge conductor conservator
  constable consultant contractor controller cook coordinator copywriter corporal correspondent counselor counsellor
  counsel courier crewman curator custodian cyclist dancer dealer dean demonstrator dentist deputy dermatologist designer
  detective developer devops dietitian dietician director dispatcher doctor doorman drafter draftsman driver economist
  editor educator electrician embryologist endocrinologist engineer entrepreneur epidemiologist estimator evaluator
  evangelist examiner executive expert fabricator facilitator farmer fellow fighter filmmaker financier firefighter fisherman
  fitter florist foreman founder freelancer fundraiser gardener generalist geneticist geographer geologist geophysicist
  glazier governor grader groundskeeper guard guide gynaecologist gynecologist hairdresser handyman handler head headmaster
  headteacher helper hematologist herbalist historian host hostess housekeeper hygienist illustrator immunologist
  influencer inspector installer instructor intern internist internship interpreter interviewer investigator investor
  janitor jeweller jeweler joiner journalist judge junior justice keeper laborer labourer landscaper lawyer lead leader learner
  lecturer legislator liaison librarian lieutenant lifeguard linguist locksmith logger machinist magistrate maid maker
  manager marketer mason matron mathematician mechanic mechanician mediator member mentor merchandiser messenger
  meteorologist microbiologist midwife miller miner minister mixologist model moderator monitor mover musician nanny
  naturalist negotiator neurologist neuroscientist notary nurse nutritionist obstetrician officer official oncologist operative
  operator ophthalmologist optician optometrist orderly organizer organiser orthodontist orthopedist overseer owner
  packer painter paralegal paramedic paraprofessional partner pastor pathologist pediatrician paediatrician performer
  pharmacist pharmacologist philosopher phlebotomist photographer physician physicist physiologist physiotherapist pianist
  picker pilot pipefitter planner plasterer plumber podiatrist police policeman politician porter postdoc postman practitioner
  preceptor president presenter principal printer processor proctor producer professional professor programmer
  promoter proofreader proprietor prosecutor psychiatrist psychologist publicist publisher quartermaster racer
  radiographer radiologist ranger realtor receptionist recruit recruiter rector registrar reporter rep representative researcher
  resident responder restaurateur retailer reviewer rigger roofer runner sailor salesman salesperson saleswoman scholar
  scientist screenwriter scrummaster sculptor seamstress secretary seller senator sergeant server setter sheriff sister shopkeeper
  singer sociologist soldier solicitor songwriter sonographer specialist statistician steward stewardess stocker
  storekeeper strategist student stylist superintendent supervisor support surgeon surveyor sweeper tailor teacher technician
  technologist teller tester therapist tiler toolmaker trader trainee trainer transcriptionist translator treasurer
  trucker trustee tutor tutoring undertaker underwriter undergraduate upholsterer usher valet veterinarian vet videographer violinist vlogger
  volunteer vp waiter waitress waitstaff walker warden warehouseman watchman weaver webmaster welder woodworker worker writer
  storyteller youtuber zoologist ceo cto cfo coo cio cmo cpo chro ciso evp svp avp md gm swe sde sdet sre dba
  praktikant praktikantin praktikum werkstudent werkstudentin volontar volontarin volontariat referent referentin azubi auszubildender auszubildende ausbildung
  lehrling leiter leiterin leitung arzt arztin oberarzt oberarztin assistenzarzt assistenzarztin arzthelferin koch kochin kellner kellnerin meister meisterin fahrer
  fahrerin kraftfahrer lehrer lehrerin erzieher erzieherin pfleger pflegerin pflegefachkraft pflegefachfrau pflegefachmann pflegehelfer pflegehelferin hebamme krankenschwester
  verkaufer verkauferin entwickler entwicklerin ingenieur ingenieurin techniker technikerin berater beraterin kaufmann
  kauffrau kaufleute buchhalter buchhalterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin aushilfe hilfskraft fachkraft
  assistent assistentin assistenz geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin grunder grunderin gesellschafter vorstand prokurist prokuristin
  direktor direktorin elektriker elektrikerin elektroniker elektronikerin mechaniker mechanikerin mechatroniker mechatronikerin schlosser schlosserin
  schreiner schreinerin tischler tischlerin maler malerin maurer maurerin dachdecker klempner installateur monteur monteurin backer backerin metzger
  fleischer friseur friseurin florist floristin gartner gartnerin landwirt jurist juristin anwalt anwaltin rechtsanwalt rechtsanwaltin
  richter richterin notar notarin steuerberater steuerberaterin steuerfachangestellte fachangestellte fachangestellter angestellte angestellter beamter beamtin redakteur redakteurin
  journalist journalistin grafiker grafikerin gestalter gestalterin designerin architektin wissenschaftler wissenschaftlerin forscher forscherin
  doktorand doktorandin dozent dozentin professorin tutorin trainerin managerin koordinator koordinatorin disponent disponentin
  lagerist lageristin logistiker logistikerin fachinformatiker fachinformatikerin informatiker informatikerin programmierer programmiererin administratorin chemiker chemikerin
  physiker physikerin biologin laborant laborantin psychologe psychologin therapeut therapeutin logopade logopadin apotheker apothekerin
  sekretar sekretarin referendar referendarin freiberufler freiberuflerin selbststandig sanitater sanitaterin soldat soldatin zivildienst zivildienstleistender wehrdienst bundesfreiwilligendienst
  responsable directeur directrice chef cheffe charge chargee ingenieure developpeur developpeuse developpement technicien technicienne
  assistante stagiaire stage alternant alternante alternance apprenti apprentie conseiller conseillere consultante gestionnaire
  comptable vendeur vendeuse caissier caissiere serveur serveuse cuisinier cuisiniere boulanger boulangere patissier patissiere
  infirmier infirmiere aide-soignant aide-soignante soignant soignante medecin pharmacien pharmacienne professeur professeure enseignant
  enseignante formateur formatrice educateur educatrice animateur animatrice redacteur redactrice graphiste concepteur conceptrice
  chercheur chercheuse doctorant doctorante attache attachee adjoint adjointe agent agente operateur operatrice ouvrier ouvriere
  macon electricien electricienne mecanicien mecanicienne menuisier plombier peintre chauffeur chauffeuse conducteur conductrice livreur
  magasinier magasiniere preparateur preparatrice manutentionnaire cariste hote hotesse receptionniste secretaire avocat avocate juriste notaire
  architecte acheteur acheteuse commercial commerciale representant representante negociateur negociatrice controleur controleuse
  auditeur auditrice analyste administrateur administratrice coordinateur coordinatrice coordonnateur coordonnatrice chargé president presidente
  gerant gerante fondateur fondatrice cofondateur cofondatrice associe associee traducteur traductrice interprete photographe
  journaliste coiffeur coiffeuse estheticienne esthetitienne psychologue kinesitherapeute orthophoniste sage-femme veterinaire ouvreur
  surveillant surveillante moniteur monitrice benevole employe employee polyvalent polyvalente equipier equipiere facteur factrice pilote
  ingeniero ingeniera desarrollador desarrolladora programador programadora tecnico tecnica analista administrador administradora
  administrativo administrativa auxiliar asistente ayudante becario becaria practicas practicante pasante jefe jefa encargado
  encargada gerente director directora subdirector subdirectora coordinador coordinadora responsable consultor consultora asesor asesora comercial
  vendedor vendedora dependiente dependienta cajero cajera camarero camarera cocinero cocinera panadero panadera repostero enfermero enfermera medico
  medica farmaceutico farmaceutica profesor profesora maestro maestra docente educador educadora monitor monitora formador
  formadora disenador disenadora redactor redactora periodista traductor traductora interprete investigador investigadora
  cientifico cientifica doctorando doctoranda arquitecto arquitecta abogado abogada contable auditor auditora economista
  electricista mecanico mecanica fontanero carpintero albanil pintor conductor conductora repartidor repartidora mozo moza operario
  operaria peon almacenero carretillero soldador recepcionista secretario secretaria limpiador limpiadora cuidador cuidadora
  psicologo psicologa fisioterapeuta veterinario veterinaria peluquero peluquera esteticista socio socia fundador fundadora cofundador cofundadora
  presidente presidenta especialista supervisor supervisora agente gestor gestora teleoperador teleoperadora promotor promotora
  animador animadora guia fotografo fotografa delegado delegada representante aprendiz voluntario voluntaria azafata azafato
`)

/** German titles are one word with what they are of: "Projektleiterin", "Softwareentwickler". */
const ENDINGS =
  /(?:leiter|leitung|entwickler|ingenieur|berater|techniker|meister|pfleger|fahrer|assistent|assistenz|kaufmann|kauffrau|handler|betreuer|arbeiter|lehrer|verkaufer|buchhalter|mechaniker|elektroniker|informatiker|schlosser|helfer|angestellte|angestellter|hilfskraft|fachkraft|kraft|bearbeiter|planer|prufer|fuhrer|macher|trainer|designer|manager|redakteur|gestalter|wissenschaftler|forscher|jurist|anwalt|arzt|schwester|koch|backer|bauer|student|praktikant|praktikum|therapeut|padagoge|wirt|monteur|installateur|schreiner|spezialist|experte|analytiker|koordinator|disponent|referent|beauftragter?|vertreter|einkaufer|controller|programmierer|architekt|administrator|konstrukteur|zeichner|laborant|operateur|inspektor|kommissar|volontar|aushilfe|mitarbeiter|consultant|engineer|developer|scientist|tatigkeit|assistenzarzt|ausbildung|icien|icienne|ician|ologe|ologin|ologist|ologue|ographer|ographe|ografo|ografa|iatrist|iatre|therapist|therapeute|terapeuta|smith|wright|keeper|worker|maker)(?:in)?$/
/** Such words are trades by their ending, and places or companies by themselves. */
const NOT_BY_ENDING = words(
  'werkstatt stadt wirtschaft markt kraft bauer koch wirt smith wright meister kunst',
)

/** Levels and kinds that stand in titles and hardly in names of companies. */
const LEVELS = words(`
  senior sr snr junior jr jnr lead principal staff trainee graduate intern internship associate assistant deputy vice interim acting
  head chief freelance freelancer leitender leitende stellvertretender stellvertretende stellv wissenschaftlicher wissenschaftliche studentische studentischer
  adjoint adjointe principal titulaire confirme confirmee debutant debutante senior junior semisenior subdirector
`)

/** Fields that titles name: beside a head they stay in the title, alone they are weak. */
const FIELDS = words(`
  software frontend backend fullstack full-stack data machine learning devops cloud web mobile product project program programme marketing sales
  account customer human resources hr finance financial business operations operational research teaching quality security network systems system
  support technical engineering development design ux ui content social media legal clinical nursing medical logistics supply purchasing
  projekt vertrieb einkauf personal entwicklung forschung produktion qualitat qualitatssicherung technik projet projets ventes achats
  communication developpement production recherche qualite ventas compras proyecto proyectos desarrollo produccion investigacion calidad recursos humanos
`)

const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu
/** What follows says of what or for whom: the head stands before it. */
const JOINTS = words('of for de des du d la le en in im fur der to a au aux para del y e et und and')

/** Letters of genders at the end of a German, French or Spanish title: "(m/w/d)", "(H/F)", ":in", "·e". */
export const GENDER_MARK =
  /\s?\((?:[mwfdhx](?:\s?[/|*]\s?[mwfdhx]){1,3}|all genders|gn)\)|(?<=\p{L})(?:[:*_·]in(?:nen)?|\(in\)|\/-?in|[·.]?-?\(?(?:e|ne|rice|trice|euse)\)|·(?:e|ne|rice|trice|euse))(?![\p{L}])/giu

/** What a company is said to have: "maker of paper with 1,200 employees". */
const MEASURED =
  /[$€£]\s?\d|\d[\d.,'’]*[+]?\s(?:employees|people|staff|stores|shops|beschäftigten?|mitarbeiter(?:n|innen|nde)|salariés|collaborateurs|empleados|trabajadores)\b/iu

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord)

/** A word that names who does the work. */
export function isTitleHead(word: string): boolean {
  const folded = foldWord(word)
  if (HEADS.has(folded)) return true
  if (folded.endsWith('s') && folded.length > 6 && HEADS.has(folded.slice(0, -1))) return true
  if (folded.includes('-')) return folded.split('-').some(part => HEADS.has(part) || byEnding(part))
  return byEnding(folded)
}

const byEnding = (word: string): boolean =>
  word.length > 6 && word.length < 45 && ENDINGS.test(word) && !NOT_BY_ENDING.has(word)

/** How much a text reads as the title of a position: from −1 (not at all) to about 3. */
export function titleScore(text: string): number {
  const short = text.slice(0, 160).replace(GENDER_MARK, ' ')
  if (isFamilyName(short)) return -0.4
  const parts = wordsOf(short)
  if (parts.length === 0) return -1
  const content = parts.filter(part => !JOINTS.has(part))
  // A head counts most where titles have theirs: last before "of", a comma and the like, or first.
  const lead = wordsOf(short.split(/[,(–—|/]|\s-\s/, 1)[0] ?? '')
  const joint = lead.findIndex((part, index) => index > 0 && JOINTS.has(part))
  const end = lead[joint < 0 ? lead.length - 1 : joint - 1] ?? ''
  let score = -0.4
  if (isTitleHead(end)) score = 2
  else if (isTitleHead(parts[0] ?? '')) score = 1.8
  else if (isTitleHead(parts.at(-1) ?? '')) score = 1.4
  else if (parts.some(isTitleHead)) score = 1.2
  if (parts.some(part => LEVELS.has(part))) score += 0.5
  if (content.some(part => FIELDS.has(part))) score += score > 0 ? 0.2 : 0.5
  if (parts.length > 12) score -= 1
  return MEASURED.test(short) ? -1.5 : score
}
