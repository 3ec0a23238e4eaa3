/** Words for kinds of employment in English, German, French, Spanish, Dutch, Italian, Portuguese, Polish and Czech. */

export const LABEL =
  /^(?:job (?:types?|status|category)|employment(?: types?| status)?|types?|contract(?: types?| length| duration)?|commitment|terms?|hiring type|schedule|position types?|role type|time type|full \/ part time|full\/part time|work (?:type|schedule|hours)|working (?:hours|time)|type of (?:employment|contract|position|work)|employment term|status|fte|hours|duration|arbeitszeit|anstellungsart|beschäftigungsart|vertragsart|anstellung|beschäftigung|type de contrat|contrat|tipo de contrato|contrato|jornada|jornada laboral|dienstverband|contractvorm|contratto|tipo di contratto|tipologia contrattuale|orario|tipo de emprego|rodzaj umowy|umowa|typ úvazku|type d'emploi|nature du contrat|type contrat|temps de travail|durée du travail|régime de travail|tipo de puesto|tipo de empleo|tipo de contratación|contratación|contratação|horario|contrattype|contract type|soort (?:dienstverband|contract)|uren|arbeitsverhältnis|anstellungsverhältnis|beschäftigungsverhältnis|vertragsform|vertrag|arbeitsumfang|umfang|stellenumfang|pensum|wymiar (?:pracy|etatu)|forma zatrudnienia|pracovní poměr|úvazek|druh úvazku)$/

export const INTERN =
  /\bintern(?:ship)?s?\b|praktik(?:um|ant)|\bstage\b|stagiaire|\balternan(?:ce|t)|becari[oa]|prácticas|tirocinio|\bestágio|estagiári[oa]|pasantía|\bpracticas\b|stageplek|\bstagiair\b|werkstage|apprentissage|duales studium/
export const TEMPORARY =
  /\btemp(?:orary)?\b(?!\.wfh)|fixed[- ]?term|\bftc\b|seasonal|(?<!un)befristet|\bcdd\b|intérim|tijdelijk|(?<!in)determinato|temporal\b|maternity cover|short[- ]term|durée déterminée|zastępstwo|zeitarbeit|arbeitnehmerüberlassung|\blocum\b|\binterim\b|uitzend|saison|(?:término|plazo) fijo|obra o labor|(?<!on)bepaalde (?:duur|tijd)|(?<!nie)określon|na dobu určit/
export const CONTRACT =
  /(?<!permanent |unlimited |indefinite )\bcontract(?:or)?\b(?! manufacturing)|freelanc|\bb2b\b|\bc2c\b|corp[- ]to[- ]corp|\b1099\b|\bw-?2\b|self-?employed|\bzzp\b|autónomo|indépendant|partita iva|zleceni|o dzieło|freiberuflich|prestaci[óo]n de servicios|prestação de serviços|honorarbasis/
export const PART =
  /part[- _]?time|teilzeit|temps partiel|tiempo parcial|media jornada|deeltijd|parcial\b|mezza giornata|werkstudent|working student|zkrácený|minijob|tempo parziale|half[- ]time|per[- ]diem|\bprn\b|zero[- ]hours?|as[- ]needed|\bcasual\b(?! (?:dining|wear|games?|gaming|dress))|aushilfe|geringfügig|studentische (?:hilfskraft|aushilfe)|hiwi\b|(?:450|520|538|556|603)[ -]?(?:€|euro)|mi-temps|bijbaan|jobstudent|studentenjob|flexi-?job|zaterdaghulp|deeltijds|halftijds|jornada (?:parcial|reducida)|medio tiempo|meio período|brigáda|pół etatu|niepełny|częś[ćc]i? etatu/
export const FULL =
  /full[- _]?time|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|voltijd|tempo pieno|integral\b|plný úvazek|pełny etat|\bhpp\b|40 hours|período integral|hlavní pracovní poměr/
export const PERMANENT =
  /permanent|(?<!to[ -])\bperm\b|\bcdi\b|indefinido|unbefristet|indeterminato|indéterminée|umowa o prac(?![^,;]{0,20}(?<!nie)określon)|nieokreślon|neurčit|vast (?:contract|dienstverband)|onbepaalde|\bregular\b|festanstellung|fest angestellt|open[- ]ended|indefinite|unlimited contract/

export const TITLE_CONTRACT =
  /[([]\s*(?:\d[\d-]*[ -]?(?:months?|mos?)\s+)?contract(?:or)?(?: role| position| job)?\s*[)\]]|(?:[-–|,:]\s*|^)(?:\d[\d-]*[ -]?months?\s+)?(?:remote )?contract(?:or)?\s*(?:$|[)|,:-])|\bcontractor\b|\bself[- ]employed\b|\bfreelanc(?:e|er)\b(?! (?:community|success|relations|operations|marketplace|platform|manager|support))|\d[ -]?(?:months?|mos?)\s(?:rolling |initial )?contract|corp[- ]to[- ]corp|\bc2c\b|contract[- ]to[- ]hire|\b(?:inside|outside) ir35|\bb2b\b contract|\bzzp(?:'?er)?\b|\b1099\b|\bw-?2\b(?! ?(?:payroll|form))|^contract (?:[a-z]+ ){0,2}(?:developer|recruiter|designer|programmer|nurse|copywriter|bookkeeper|tester)\b|independent contractor|freiberufl/
export const TITLE_TEMPORARY =
  /\btemp\b(?!late)|\btemporary\b(?! (?:works|traffic|accommodation|structures|housing|power|exhibition|event))|\bseasonal\b|\bftc\b|fixed[- ]?term|maternity cover|(?<!un)befristet|\bcdd\b|intérim|elternzeitvertretung|mutterschaftsvertretung|schwangerschaftsvertretung|parental leave cover|\binterim\b|\blocum\b|\b(?:supply|substitute) teach|\bremplacement\b|saisonkraft|saisonal|saisonnier|seizoens|tijdelijk|uitzendkracht|\(temporal\)|por temporada|de temporada|zwangerschapsvervanging|temporali?[ae]?\b(?=[^a-z]{0,3}$)|sezónní|sezonow/
export const TITLE_PERMANENT =
  /(?:^|[-–|(,]\s*)permanent\b(?! (?:make|secretary|way|recruit|placement|resident))|\bcdi\b|festanstellung|unbefristet|tempo indeterminato|contrato indefinido/
export const TITLE_INTERN =
  /(?<![\w-])intern(?:ship)?s?(?![\w])(?!(?: [a-z]+)? (?:coordinator|manager|recruiter|supervisor|lead|advis[eo]r|director|specialist|officer|counsel))|\bpraktik(?:um|ant)|\bstagiaire\b|(?:^|(?<![a-z])[-(/|]\s*)stage\b(?! (?:manager|hand|crew|technician|director|carpenter|lighting|designer|production|management|door|combat|electrician|engineer|actor|\d))|\balternan(?:ce|t)|\bbecari[oa]\b|\bprácticas\b|\btirocinio\b|\bco-?op\b(?= ?(?:$|[)(,|-]|student|position|program|term|\d|software|engineer|developer|intern))|\b(?:industrial |student |year in industry )placement\b(?! (?:officer|coordinator|manager|consultant|advis))|\bplacement student\b|\bstagiair\b|\bstagista\b|werkstage\b|stageplek|apprentissage\b|contrat de professionnalisation|\bduales studium|\bdualer student|\bestagiári[oa]\b|\bestágio\b|\bpasant[eí]a?\b|\bsummer analyst\b|(?:afstudeer|meewerk|meeloop)stage\b|stage(?:opdracht|plaats)\b|\bstaż\b|\bstażyst|\bstáž|\bpflichtpraktikum/

/** "Part Time Bookkeeper | 3 days": the words open a line that names the job. */
export const PART_TITLE = /^ [a-z][a-z/& -]{3,40}(?:[|,(\n]|$)/

export const NOT_THIS_JOB =
  /^\s*(?:students?|employees?|staff|equivalents?|fte|university|degree|education|stud(?:y|ies)|mba|course|associates|workers|contractors|freelancers|projects?|work experience|professional experience|experience\b|enrol|programme|team members are|benefits|benefit eligible|colleagues|eligible)/
/** Sticky, as the next one: tried where a word for working time begins (see `timeMarks`). */
export const FULL_MENTION =
  /(?<![\w-])(?:full[- ]?time|vollzeit|temps plein|tiempo completo|jornada completa|voltijd|tempo pieno)(?!\w)/y
export const PART_MENTION =
  /(?<![\w-])(?:part[- ]?time|teilzeit|temps partiel|tiempo parcial|media jornada|deeltijd|minijob)(?!\w)/y
export const PART_NEXT =
  /^[\s,-]*(?:positions?|roles?|jobs?|schedule|basis|hours|opportunit|contract|work\b|permanent|remote|or full|\/|\(|stelle|possible|considered|\.|,|$)/
export const CONTRACT_MENTION =
  /\b\d{1,2}[- ]weeks? (?:travel |initial |rolling )?contract\b|\b(?:\d{1,2}|three|six|nine|twelve|eighteen)\+?(?:\s?(?:-|to)\s?\d{1,2})?\+?[\s-]*months?[\s-]+(?:(?!fixed)[\w-]+\s+){0,2}?contract(?:or)?\b|contract[- ]to[- ](?:hire|perm)|(?<!(?:fixed|limited)[- ]term )\bcontract (?:position|role|job|opportunity|basis|assignment|type\b|engagement|work\b|(?:of|for) (?:about |up to )?(?:\d|three|six|nine|twelve|eighteen))|long[- ]term contract\b|\bcontractor\s?[-(|]\s?w-?2|(?<!(?:fixed|limited)[- ]term )\bcontract (?:to|until|till|through) (?:(?:the )?(?:end|middle) of |end |mid[- ]|late |early )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|20\d\d)|[\n.|;] {1,2}(?:independent )?contractor(?= {0,2}(?:[\n.|;]|$))|b2b contract|\bfreelanc(?:e|er)\s+(?:position|role|basis|contract|job|subcontractor|opportunity|assignment|developer|work\b)|(?:as an?|seeking an?|looking for an?|need an?|hiring an?) (?:[\w-]+ ){0,3}(?:freelance\w*|(?:sub-?)?contractor)\b|\b(?:sub-?)?contractor (?:is|to|position|role|agreement)\b|independent (?:[\w-]+ )?contractor|\bw-?2 (?:only|contract)|(?:looking for|seeking|hiring) contractors\b|\b(?:een|einen|als|op|un|en) (?:zelfstandig )?freelance[r]?\b(?! (?:basis )?experience)|\bc2c\b|corp[- ]to[- ]corp|\b(?:inside|outside) ir35|\bir35(?: status)?\s?:\s?(?:inside|outside)/
export const TEMPORARY_MENTION =
  /(?<!(?:long|mid|medium|short|near|full)[- ])\bterm (?:position|role|appointment|employment|contract|of (?:about |up to )?(?:\d{1,2}|one|two|three|four|five|six|nine|twelve|eighteen) (?:months?|years?))|(?:^|\n|, ?|\b(?:position|role|post|job|contract|employment|appointment|is|initially) )limited (?:initially )?to (?:a (?:period|term) of )?(?:\d{1,2}|one|two|three|four|five|six|twelve) (?:months?|years?)|\btemporary (?:position|role|assignment|contract|job|basis|employment)|\d{1,2}[- ]months? fixed[- ]term\b|(?:^|[\n.|,;•(]) ?seasonal(?= ?(?:[\n|)]|$|[,:]? ?(?:from )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))|fixed[- ]term (?:contract|position|role|post|appointment|employment|basis|until|to (?:cover|\d)|for (?:up to |a |an |\d|one|two|three))|\btemporary (?:until|to cover|for (?:up to |\d|one|two|three|six|twelve))|seasonal (?:position|role|job|contract)|(?:position|role|job) is (?:temporary|seasonal)|temp(?:orary)?[- ]to[- ](?:perm|hire)|maternity cover|cover(?:ing)? (?:for )?(?:an? )?(?:maternity|parental|paternity|family) leave|maternity leave (?:cover|replacement|contract)|parental leave cover|(?<![\wn])befristet(?:e[rsn]?)?\b|\bcdd\b|contrat à durée déterminée|tempo determinato|tijdelijk contract|contrato temporal/
/** Employers who count in years employ; "6-month contract" is left to contractors. */
export const YEARS_CONTRACT =
  /\b(?:\d|one|two|three|four|five)[- ]years? (?:employment |work |initial )?contract\b(?! (?:value|with (?:customers|clients)))/
export const INTERN_MENTION =
  /(?:looking for|hiring|seeking|recruiting|are) (?:(?!to |for |with |and |manage|lead|supervis)[\w-]+ ){0,3}interns?\b|(?:this|our|an?|the|paid|summer|as an?) (?:[\w-]+ )?(?:internship|praktikum|stage de \d)|internship (?:program|position|role|opportunity)|stage de \d|prácticas remuneradas/
export const PERMANENT_MENTION =
  /(?:^|[\n.|,;•(-]) {0,2}permanent(?= {0,2}(?:[\n.|,;)•+-]|$))|\bperm(?:anent)? (?:position|role|job|contract|employment|basis|full|opportunity|employee)|unbefristete?[rsn]?\b|festanstellung|contrat à durée indéterminée|\bcdi\b|contrato indefinido|contratto a tempo indeterminato|vast contract|contract voor onbepaalde|umowa o prac|\bhpp\b/

/** Statements so rare that they are looked for only when nothing else tells the kind. */
export const RARE_TEMPORARY =
  /months?[- ]+ftc\b|\bftc (?:role|position|contract|basis|until|for \d)|(?:mission|contrat|emploi|poste|travail) (?:en |d'|de type |d’)?(?:intérim|interim|intérimaire|saisonnier)|en intérim|saisonnier\b|(?:über|in|per|durch) zeitarbeit|im rahmen der (?:zeitarbeit|arbeitnehmerüberlassung)|(?:mutterschafts|elternzeit|schwangerschafts)vertretung|remplacement (?:de |d'un )?congé|via (?:een )?uitzendbureau|\blocum (?:position|role|cover|post)|interim (?:position|role|assignment|basis|contract)/
export const RARE_CONTRACT =
  /[\n.|;,] {0,2}1099(?= {0,2}(?:[\n.|;]|$))|\b1099 (?:position|role|contract\w*|basis|only|job)|(?:on|as) an? 1099\b|\bzzp(?:'?er| ?-?opdracht| ?-?basis)|umowa zlecenie|umowa o dzieło|(?:hr|hour|hourly) (?:on )?w-?2\b|freiberufliche\w* (?:basis|mitarbeit|tätigkeit)/
export const RARE_PART =
  /\bzero[- ]hours?\b|\b(?:per[- ]diem|prn) (?:position|role|basis|shifts?|job|schedule|employee|rn|opportunit)|zero[- ]hours? contract|auf (?:minijob|450|520|538|556|603)|minijob|geringfügige beschäftigung|werkstudent(?:in|enstelle|entätigkeit)?\b|casual (?:position|role|contract|basis|employment)/
export const RARE_INTERN =
  /(?:contrat|poste|offre|formation) (?:en |d'|de )?(?:alternance|apprentissage|professionnalisation)|en alternance\b|stage de fin d'études|offre de stage|un stage (?:de|en|au sein|rémunéré|d')|convention de stage|(?:ein|das|unser|pflicht|dein|im) ?praktikum\b(?! (?:von vorteil|oder|absolviert|gemacht))|praktikumsplatz|contrato (?:de|en) prácticas|prácticas (?:remuneradas|curriculares|extracurriculares)|convenio de prácticas|stageplek|stageopdracht|zoeken (?:wij )?een stagiair|tirocinio (?:curriculare|extracurriculare)|stage (?:curriculare|extracurriculare)/
export const RARE_PERMANENT =
  /tempo indeterminato|indefinite period|(?:indefinite|open[- ]ended|unlimited|permanent) (?:employment )?contract|feste anstellung|unbefristet\b|en cdi\b/

/** Words before "full-time" that make it about other people. */
export const OF_OTHERS =
  /\b(?:team of|all|\d+\+?|other|supervis\w+|manag(?:e|ing)|including|than|both|our \d+)\s$/
