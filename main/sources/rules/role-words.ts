/**
 * Words that name a role, in the languages of the usual boards. For telling a title apart from a company or a place,
 * not for classifying it.
 */
const WORDS =
  `engineer engineering developer programmer designer scientist analyst manager management architect administrator
  admin consultant specialist researcher writer director lead head officer representative executive advocate coordinator
  assistant accountant nurse driver technician marketer editor intern internship trainee apprentice recruiter teacher
  trainer tutor physician doctor therapist chef cook operator electrician mechanic plumber welder cashier clerk advisor
  adviser agent associate auditor lawyer attorney counsel paralegal secretary receptionist cleaner warehouse picker
  supervisor controller planner buyer strategist producer journalist translator tester devops sre sysadmin devsecops qa
  cto ceo cfo coo ciso vp founder fullstack frontend backend sales support partner fellow postdoc professor lecturer
  pharmacist caregiver worker barista server host inspector surveyor estimator foreman fitter machinist librarian
  entwickler entwicklerin ingenieur ingenieurin berater beraterin leiter leiterin mitarbeiter mitarbeiterin
  sachbearbeiter sachbearbeiterin werkstudent werkstudentin praktikant praktikantin kaufmann kauffrau referent referentin
  techniker technikerin pflegefachkraft fahrer verkäufer buchhalter
  développeur développeuse ingénieur ingénieure chargé chargée responsable chef stagiaire alternant comptable vendeur
  technicien technicienne conducteur infirmier infirmière
  desarrollador desarrolladora ingeniero ingeniera analista gerente técnico técnica consultor consultora becario
  ontwikkelaar medewerker adviseur programista inżynier specjalista vývojář programátor sviluppatore ingegnere
  desenvolvedor engenheiro`.split(/\s+/)

const ROLE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS.join('|')})s?(?![\\p{L}\\p{N}])`, 'iu')
const COMPOUND =
  /(?:entwickler|ingenieur|berater|leiter|manager|techniker|mitarbeiter|assistent|kaufmann|kauffrau)(?:in|:in|\*in)?\b/i

/** Whether a line holds a word that names a role. */
export const namesRole = (text: string): boolean => ROLE.test(text) || COMPOUND.test(text)

const LEGAL_FORM =
  /(?:^|[\s,])(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|ag|kg|se|ug|b\.?v|n\.?v|ab|a\/s|aps|as|oy|oyj|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?l|s\.?p\.?a|s\.?r\.?o|sp\.? z o\.?o|pty|pte|lp|kft|d\.?o\.?o)\.?$/i

/** Whether a name ends in a legal form of companies. */
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text.trim())
