/** Words of the head of a résumé, folded. */

/** What a document calls itself; it may stand before or after the name. */
export const DOCUMENT_NAMES =
  'curriculum vitae|curriculum|vitae|cv|resume|resumes|my resume|my cv|lebenslauf|tabellarischer lebenslauf|mein lebenslauf|bewerbung|bewerbungsunterlagen|hoja de vida|curriculo|curriculum vitae de|mon cv|europass|europass cv|curriculum vitae europass|application|profile|profil|perfil|professional resume|biodata|vita'

/** Labels before a name. */
export const NAME_LABELS =
  'name|full name|vor und nachname|vor und zuname|vorname und nachname|vorname nachname|vorname name|name vorname|nom|nom et prenom|prenom et nom|nom prenom|prenom nom|nombre|nombre y apellidos|nombre completo|nombre y apellido|apellidos y nombre|apellido s nombre s|candidate|candidate name|applicant'

/** Small words inside names. */
export const PARTICLES =
  'van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|las|los|el|al|bin|bint|ibn|ben|abu|y|e|zu|zum|zur|vom|ter|ten|te|af|av|st|san|santa|i|und|dal|degli|lo|mac|op|t|d|o|ap|ab|ferch|nic|ni|ua|ui|mhic|bar|tor|mc'

/** Titles before a name, without dots. */
export const TITLES_BEFORE =
  'dr|prof|professor|doctor|mr|mrs|ms|mx|miss|sir|dame|lady|lord|herr|frau|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|don|dona|dipl|ing|mag|med|rer|nat|phil|pol|oec|habil|inf|kfm|kffr|univ|dra|rev|capt|lt|col|sgt|maj|iur|jur|h c|hc|prim|ddr|lic|arq|dipl-ing|dr-ing|eng'

/** Degrees and chartered titles behind a name, without dots. */
export const TITLES_AFTER =
  'phd|md|mba|cpa|cfa|rn|bsn|msn|np|aprn|fnp|lpn|pa|msc|bsc|ba|bs|ma|ms|meng|beng|bed|med|llm|llb|jd|esq|esquire|pmp|pe|pg|cissp|cisa|cism|ceh|shrm|shrmcp|shrmscp|sphr|phr|rd|rdn|lcsw|lmsw|msw|lmft|lpc|dds|dmd|dvm|do|od|dpt|ot|pt|otr|mph|mpa|mpp|mha|mfa|bfa|mcom|bcom|aca|acca|fca|cima|cma|cia|cfp|chfc|clu|cipd|mcipd|frcs|mrcp|fcca|aia|leed|leedap|ap|csm|cspo|psm|itil|ccna|ccnp|mcse|edd|dba|dphil|dsc|scd|mres|mphil|ccrn|cnor|cen|rph|pharmd|psyd|arrt|cphr|cpim|cscp|cssbb|sixsigma|ret|retd|jr|sr|ii|iii|iv|he|she|they|him|her|them|hons|fh|tu|univ|dipl|ing|chfa|ceng|miet|mice|mrics|frics|riba|arb|pgce|qts|cams|cfe|frm|sc|eng|cscs|hgv|em|pmiacp|rac|mls|ascp|cp|scp|oce|cmt|cssgb|dnp|crna|agnp|phn|cne|lac|lmt|cae|cce'

/** Words that no name has; beside job titles and names of sections. */
export const NOT_NAMES =
  'street|road|avenue|lane|drive|boulevard|strasse|str|platz|weg|allee|gasse|rue|chemin|impasse|calle|avenida|plaza|paseo|phone|mobile|tel|telefon|email|mail|address|adresse|anschrift|date|birth|born|geboren|geburtsdatum|nationality|nationalitat|nacionalidad|nationalite|marital|status|permit|available|page|seite|confidential|gmbh|inc|llc|ltd|corp|company|group|university|universitat|universite|universidad|college|school|institute|institut|instituto|hochschule|linkedin|github|website|portfolio|contact|january|february|march|april|june|july|august|september|october|november|december|januar|februar|marz|juni|juli|oktober|dezember|janvier|fevrier|avril|juin|juillet|enero|febrero|marzo|abril|mayo|junio|julio|present|heute|years|year|the|with|for|and|our|my|your|to|in|at|on|about|who|passionate|experienced|dedicated|creative|innovative|results|driven|seeking|looking|dear|sehr|geehrte|summary|last|updated|download|version|draft|science|computer|engineering|marketing|sales|finance|software|data|digital|project|projects|business|web|information|technology|human|resources|customer|service|design|development|management|bachelor|master|degree|welcome|remote|hello|skills|languages|full|stack|senior|junior|mid|freelance|self|employed|certified|registered|licensed|research|product|personal|professional|united|kingdom|states|germany|deutschland|france|spain|espana|usa|uk|canada'

/** Labels before where somebody lives. */
export const HOME_LABELS =
  'address|home address|current address|postal address|location|current location|based in|lives in|living in|residence|place of residence|city|town|home|adresse|anschrift|wohnort|wohnhaft in|wohnhaft|ort|standort|privatadresse|adresse postale|domicile|lieu|lieu de residence|localisation|ville|habite a|direccion|domicilio|ubicacion|localidad|lugar de residencia|residencia|ciudad|residente en|localizacion|poblacion'

/** Labels before other facts about a person, which are no home. */
export const OTHER_LABELS =
  'date of birth|birth date|birthdate|born|born on|born in|dob|place of birth|birthplace|nationality|citizenship|marital status|civil status|gender|sex|age|religion|driving licence|driving license|driver s license|work permit|visa|visa status|availability|available from|notice period|geburtsdatum|geburtsort|geburtstag|geboren|geboren am|geb|geburtsdatum ort|geburtsdatum und ort|staatsangehorigkeit|nationalitat|staatsburgerschaft|familienstand|konfession|fuhrerschein|alter|date de naissance|ne le|nee le|lieu de naissance|nationalite|situation familiale|situation|etat civil|age|permis|permis de conduire|sexe|fecha de nacimiento|lugar de nacimiento|nacido el|nacida el|nacionalidad|estado civil|edad|carnet de conducir|permiso de conducir|sexo|dni|nie|job applied for|position applied for|preferred job|desired position|studies applied for|angestrebte tatigkeit|empleo solicitado|poste vise|poste recherche|skype|icq|aol messenger|google talk|eintrittstermin|gehaltsvorstellung|fax|telefax'
