import type { PostingColumn } from '../../contract/imports.ts'

/**
 * The usual names of each column in exports of job boards, applicant systems, schema.org, and spreadsheets that people
 * make, in folded form (see `foldName`), best first. A dot separates the levels of nested JSON.
 */
const NAMES: Record<PostingColumn, string> = {
  id: `id jobid postingid externalid sourceid uid uuid guid jobkey key reference requisitionid reqid ref
    refnumber referencenumber slug identifier.value identifier shortcode adid listingid vacancyid
    kennziffer referenz`,
  title: `title jobtitle positiontitle roletitle position role jobname positionname job rolename vacancy
    vacancytitle opening postingtitle headline designation jobrole stelle stellenbezeichnung
    stellentitel jobtitel titel berufsbezeichnung poste intitule intituleduposte titreduposte titre
    puesto cargo titulo vaga name`,
  company: `company companyname company.displayname company.name employer employername employer.name
    organization organisation organizationname organisationname hiringorganization.name
    hiringorganization organization.name organisation.name hiringcompany hiringcompany.name companytitle
    businessname business firm advertiser advertiser.name org startup companyinfo.name unternehmen firma
    arbeitgeber entreprise societe employeur empresa companyslug recruiter agency`,
  location_text: `locationtext location joblocation locationname location.name location.displayname
    location.fulllocation categories.location locations locations.name formattedlocation place
    fulllocation companylocation worklocation jobgeo candidaterequiredlocation locationstext
    workplacelocation where office officelocation offices.name locationraw rawlocation
    locationrestrictions region.name cities address joblocation.address standort arbeitsort einsatzort
    lieu localisation lieudetravail ubicacion lugar localizacao`,
  description: `description jobdescription descriptionhtml descriptionplain descriptiontext content body contents
    fulldescription jobdesc desc details jobdetails postingtext fulltext roledescription text jobsummary
    summary snippet excerpt about aboutthejob jobad.sections.jobdescription.text beschreibung
    stellenbeschreibung aufgaben descriptif descriptionduposte descripcion descricao posting advert
    notes`,
  url: `url joburl link joblink absoluteurl hostedurl postingurl jobpostingurl permalink redirecturl
    canonicalurl careersurl refs.landingpage sourceurl href weburl externalurl listingurl pageurl
    website.joburl jobgooglelink shortlink positionuri anzeigenlink lien enlace adurl advertlink
    detailurl guid.url`,
  apply_url: `applyurl applylink applicationurl applicationlink joburldirect directurl directapplyurl
    applyoptions.applylink howtoapply apply applyuri bewerbungslink companyapplyurl`,
  posted_at: `postedat dateposted posteddate postedon publishedat datepublished publicationdate publisheddate
    publishedon postdate postingdate firstpublished posteddatetimeutc postedatdatetimeutc
    postedattimestamp postedtime postedtimestamp originallistedtime listedtime listedat listingdate
    releaseddate pubdate published posted createdat created createdon datecreated creationdate epoch
    date dateadded addedon timestamp updatedat veroeffentlicht veroffentlicht datum datedepublication
    fecha scrapedat`,
  salary_low: `salarylow salarymin minsalary minimumsalary salaryfrom salaryminimum minpay paymin payfrom
    compensationmin mincompensation minamount annualsalarymin salarylower salary.min salaryrange.min
    salaryrange.from compensation.min basesalary.value.minvalue basesalary.minvalue grosssalarylow
    salarystart ratemin minrate lowsalary gehaltvon gehaltmin salairemin salariomin
    basesalary.value.value`,
  salary_high: `salaryhigh salarymax maxsalary maximumsalary salaryto salarymaximum maxpay paymax payto
    compensationmax maxcompensation maxamount annualsalarymax salaryupper salary.max salaryrange.max
    salaryrange.to compensation.max basesalary.value.maxvalue basesalary.maxvalue grosssalaryhigh
    salaryend ratemax maxrate highsalary gehaltbis gehaltmax salairemax salariomax`,
  compensation_currency: `compensationcurrency salarycurrency currency currencycode paycurrency salary.currency
    salaryrange.currency compensation.currency basesalary.currency salarycurrencycode waehrung wahrung
    devise moneda`,
  salary_period: `salaryperiod payperiod salaryinterval payinterval compensationinterval salaryunit payunit
    salary.period salary.interval salaryrange.interval compensation.period compensation.interval
    basesalary.value.unittext basesalary.unittext interval payfrequency salarytype paytype ratetype
    rateinterval salaryfrequency wageunit period`,
  salary_text: `salarytext salary pay compensation salaryrange payrange salaryestimate wage wages salarydisplay
    salarydescription rate dayrate hourlyrate remuneration package ctc compensationtiersummary
    compensation.compensationtiersummary basesalary salaryinfo stipend annualsalary salaryoffered gehalt
    verguetung vergutung salaire salario payrate`,
  remote_options: `remoteoptions remoteoption remote workplacetype workplace workmode workmodel isremote remotetype
    remotestatus remotework remoteallowed remotepolicy workarrangement worksetting joblocationtype
    locationtype telecommuting telework workfromhome wfh hybrid ishybrid location.remote location.hybrid
    onsite remoteorhybrid remotehybridonsite homeoffice teletravail teletrabajo workstyle attendance`,
  job_type: `jobtype employmenttype employmenttypes jobtypes contracttype contracttime contract commitment
    categories.commitment typeofemployment.label typeofemployment employment worktype formattedworktype
    employmenttypecode positiontype workschedule schedule workhours type employmentstatus workingtime
    fulltimeparttime beschaeftigungsart beschaftigungsart anstellungsart arbeitszeit vertragsart
    typedecontrat contrat tipodecontrato jornada`,
  seniority_level: `senioritylevel seniority experiencelevel joblevel level levels.name levels careerlevel
    experiencelevel.label formattedexperiencelevel experiencecode grade positionlevel karrierestufe
    niveau nivel experience`,
  country: `country countrycode officecountry addresscountry location.country location.countrycode
    joblocation.address.addresscountry address.postaladdress.addresscountry address.addresscountry
    joblocation.address.addresscountry.name countryname land pays pais locations.country`,
  city: `city officecity town addresslocality location.city joblocation.address.addresslocality
    address.postaladdress.addresslocality address.addresslocality cityname locality stadt ort ville
    ciudad cidade locations.city workplacecity`,
  province: `province state officeprovince region county addressregion location.region statename location.state
    joblocation.address.addressregion address.postaladdress.addressregion stateprovince
    address.addressregion bundesland departement provincia statecode locations.region`,
  skills: `skills requiredskills skill techstack technologies technology tags keywords stack skillsrequired
    keyskills tools competencies skillsdesired kenntnisse faehigkeiten competences habilidades
    skills.name tags.name`,
  source: `source publisher jobpublisher site jobboard board via sourcename portal origin platform foundon
    website.name feed quelle fuente`,
  closed_at: `closedat validthrough expiresat expirydate expirationdate expiration expires expiry deadline
    applicationdeadline closingdate closedate enddate offerexpirationdatetimeutc
    offerexpirationtimestamp removedat closedtime closeson applyby validuntil bewerbungsfrist datelimite
    fechalimite`,
  company_size: `companysize employees employeecount numberofemployees companyemployees headcount size
    companynumemployees company.size employer.size teamsize staffcount mitarbeiter effectif`,
  industry: `industry industries sector companyindustry industry.label company.industry branche secteur industria
    businesssector employerindustry jobindustry`,
  company_website: `companywebsite companyurl employerwebsite companysite website homepage company.url company.website
    hiringorganization.sameas organization.url employer.website companyurldirect companydomain domain
    webseite`,
}

const words = (text: string): string[] => text.split(/\s+/)

/** Sections that some sources keep apart from the description; they are added behind it. */
export const DESCRIPTION_SECTIONS = new Set(
  words(`requirements responsibilities qualifications benefits additionalplain mainrequirements nicetohave
    perks jobrequirements jobresponsibilities jobbenefits additionalinformation
    jobad.sections.qualifications.text jobad.sections.additionalinformation.text anforderungen profil`),
)

/** Names under which files and interfaces keep their list of postings. */
const LIST_NAMES = new Set(
  words(`jobs data results result items postings jobpostings offers joboffers listings vacancies positions
    openings hits records rows entries content list elements searchresultitems jobresults jobsresults
    joblist joblistings graph children documents roles opportunities stellenangebote offres ofertas feed
    response docs`),
)

/** "Job Title", "job_title", "jobTitle" and "JOB-TITLE" become "jobtitle"; dots stay; accents go. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .split('.')
    .map(part => part.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((part, at) => part !== '' && !(at > 0 && /^\d+$/.test(part)))
    .join('.')
}

/** Words that files put before every column: job_title, jobTitle, position.location. */
const PREFIX =
  /^(?:(?:attributes|fields|node|item|data|doc|source|matchedobjectdescriptor|job|posting|position)\.|(?:job|posting|position|vacancy|offer|listing))(?=.)/

const RANKS = new Map<string, { column: PostingColumn; rank: number }[]>()
for (const [column, names] of Object.entries(NAMES) as [PostingColumn, string][]) {
  for (const [rank, name] of words(names).entries()) {
    const entry = RANKS.get(name) ?? []
    entry.push({ column, rank })
    RANKS.set(name, entry)
  }
}

/** Columns that a name may mean, each with a rank (smaller is surer). Empty for unknown names. */
export function columnsForName(name: string): { column: PostingColumn; rank: number }[] {
  const folded = foldName(name)
  const direct = RANKS.get(folded)
  if (direct !== undefined) return direct
  // Behind a prefix a name is a little less sure than on its own.
  return (RANKS.get(folded.replace(PREFIX, '')) ?? []).map(entry => ({ ...entry, rank: entry.rank + 0.5 }))
}

/** Whether a key of an envelope usually holds a list of postings. */
export function isListName(key: string): boolean {
  return LIST_NAMES.has(foldName(key))
}

/** Whether these column names include a title and a company, as only a table of postings does. */
export function looksLikePosting(names: string[]): boolean {
  const columns = new Set(names.flatMap(name => columnsForName(name).map(entry => entry.column)))
  return columns.has('title') && columns.has('company')
}

/** Whether one of these names means the title of a posting; a bare "name" may name anything. */
export function hasTitleName(names: string[]): boolean {
  return names.some(
    name => foldName(name) !== 'name' && columnsForName(name).some(entry => entry.column === 'title'),
  )
}
