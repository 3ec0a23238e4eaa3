import { describe, expect, test } from 'vitest'
import { createDetector } from '../detect.ts'

const detect = createDetector({ places: null, skills: null })

function remoteOf(description: string, title = '', location = ''): string | null {
  return detect({ title, company: '', location_text: location, description }).facts.remote_options
}

describe('in sentences', () => {
  const cases: [string, string | null][] = [
    ['This is a fully remote position.', 'remote'],
    ['100% remote, work from anywhere.', 'remote'],
    ['This is a remote position based anywhere in the US.', 'remote'],
    ['The role is remote.', 'remote'],
    ['We are a remote-first company.', 'remote'],
    ['We are remote first, with our HQ in Berlin.', 'remote'],
    ['You can work remotely from any country in Europe.', 'remote'],
    ['Remote within Canada is possible.', 'remote'],
    ['Open to remote candidates.', 'remote'],
    ['Remote OK for the right person', 'remote'],
    ['REMOTE WORK: OK (U.S. Only)', 'remote'],
    ['Telecommuting is possible for this job.', 'remote'],
    ['This is a work from home position.', 'remote'],
    ['#LI-Remote', 'remote'],
    ['You may work hybrid or fully remote.', 'remote'],
    ['• Remote and flexible working hours', 'remote'],
    ['Remote positions are also available for this role.', 'remote'],
    ['This is a hybrid role.', 'hybrid'],
    ['The role is hybrid and full-time.', 'hybrid'],
    ['This position is currently hybrid.', 'hybrid'],
    ['We work hybrid.', 'hybrid'],
    ['Die Stelle ist hybrid.', 'hybrid'],
    ['The engine of this car is hybrid.', null],
    ['The cloud we run is hybrid and multi-region.', null],
    ['Hybrid working, 2 days a week in the office.', 'hybrid'],
    ['Our hybrid work model gives you freedom.', 'hybrid'],
    ['We come to the office three days per week.', 'hybrid'],
    ['You will be in the office at least 2 days a week', 'hybrid'],
    ['Up to 3 days remote per week', 'hybrid'],
    ['Work from home 2 days a week', 'hybrid'],
    ['#LI-Hybrid', 'hybrid'],
    ['There is flexibility to work from home.', 'hybrid'],
    ['We have a hybrid policy: 40% from the office.', 'hybrid'],
    ['This role is not remote.', 'onsite'],
    ['No remote work, sorry.', 'onsite'],
    ['Remote work is not available for this position.', 'onsite'],
    ['Remote is not possible.', 'onsite'],
    ['This position cannot be remote.', 'onsite'],
    ['Unfortunately we are not able to offer remote work.', 'onsite'],
    ['No telecommuting', 'onsite'],
    ["This job is on-site only, so please don't apply if you wish to work remotely.", 'onsite'],
    ['You must be able to work on-site in Austin, TX.', 'onsite'],
    ['This is an onsite position in Dallas.', 'onsite'],
    ['Ability to work from our office 5 days a week', 'onsite'],
    ['This is a 100% in-office role.', 'onsite'],
    ['Position can be performed remotely or from our Berlin office.', 'remote'],
    ['You can choose to work from our office in Berlin or remotely.', 'remote'],
    ['You will be expected to work on site 3 days a week.', 'hybrid'],
    ['Partially remote', 'hybrid'],
    ['You will manage remote employees and remote offices', null],
    ['We offer remote interviews', null],
    ['On-site interview required', null],
    ['occasional on-site visits to clients', null],
    ['Training in remote sensing and earth science required.', null],
    ['You will work with remote teams across the world.', null],
    ['Provide remote support to our customers.', null],
    ['performing remote IT support for clients', null],
    ['Experience with remote desktop and remote access tools', null],
    ['Monitor remote sites and remote servers', null],
    ['You will lead a remote team in India', null],
    ['Build hybrid mobile apps with Ionic', null],
    ['Manage hybrid cloud infrastructure across on-premise systems', null],
    ['We design hybrid vehicles and hybrid engines.', null],
    ['There is an onsite gym and an on-site restaurant.', null],
    ['Provide on-site support at customer locations', null],
    ['Home office stipend of $500', null],
    ['We make home decor.', null],
    ['Strong skills in remote debugging', null],
    ['Comfortable with distributed systems', null],
    ['Remote patient monitoring devices', null],
    ['Remote procedure calls (RPC) and remote APIs', null],
    ['We sell smart home products.', null],
    ['', null],
    ['You are here two days or more, home the other days.', 'hybrid'],
    ['You may spend one of the four days at home.', 'hybrid'],
    ['Come to the office twice a week, the rest is yours.', 'hybrid'],
    ['The remaining days may be worked from home.', 'hybrid'],
    ['3 office, 2 home, five days in all', 'hybrid'],
    ['You report to our office three days a week.', 'hybrid'],
    ['WFO 5 days', 'onsite'],
    ['WFO 3 days', 'hybrid'],
    ['There is no hybrid or remote option.', 'onsite'],
    ['Working on site due to the machines.', 'onsite'],
    ['Since it needs the kiln, this job is done on site.', 'onsite'],
    ['Drivers are home every weekend and two nights a week.', null],
    ['You look after residents at our home 4 days a week.', null],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(remoteOf(`We are looking for a developer to join our growing company here.\n\n${text}`)).toBe(
      expected,
    )
  })
})

describe('in other languages', () => {
  const cases: [string, string | null][] = [
    ['100 % Homeoffice möglich', 'remote'],
    ['Wir arbeiten vollständig remote.', 'remote'],
    ['Bis zu 3 Tage Homeoffice pro Woche', 'hybrid'],
    ['Homeoffice möglich', 'hybrid'],
    ['Hybrides Arbeiten: zwei Tage im Büro', 'hybrid'],
    ['Kein Homeoffice möglich', 'onsite'],
    ['Die Arbeit findet vor Ort in Hamburg statt. Position: vor Ort', 'onsite'],
    ['Poste en full remote', 'remote'],
    ['Télétravail 100 %', 'remote'],
    ['2 jours de télétravail par semaine', 'hybrid'],
    ['Télétravail partiel possible', 'hybrid'],
    ['Poste basé à Lyon, télétravail total', 'remote'],
    ['Teletrabajo parcial', 'hybrid'],
    ['Mobiles Arbeiten möglich', 'hybrid'],
    ['Trabajo presencial en Madrid', 'onsite'],
    ['Pas de télétravail', 'onsite'],
    ['Trabajo 100% remoto', 'remote'],
    ['Teletrabajo desde cualquier lugar de España', 'remote'],
    ['Modalidad: híbrida', 'hybrid'],
    ['Trabajo híbrido, 3 días en la oficina', 'hybrid'],
    ['Modalidad: presencial', 'onsite'],
    ['Thuiswerken is mogelijk', 'hybrid'],
    ['Hybride werken, 2 dagen thuis', 'hybrid'],
    ['Volledig remote werken', 'remote'],
    ['Lavoro completamente da remoto', 'remote'],
    ['Modalità di lavoro: ibrida', 'hybrid'],
    ['Praca zdalna: brak', null],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(remoteOf(`Acme ist ein Unternehmen mit vielen Menschen.\n\n${text}`)).toBe(expected)
  })
})

describe('in form fields', () => {
  const cases: [string, string | null][] = [
    ['Workplace: remote', 'remote'],
    ['Workplace type: Hybrid', 'hybrid'],
    ['Workplace: on_site', 'onsite'],
    ['Work from home: Yes', 'remote'],
    ['Work from home: not flagged', null],
    ['Remote: No', 'onsite'],
    ['Remote: yes', 'remote'],
    ['Remote: partially', 'hybrid'],
    ['Hybrid: yes', 'hybrid'],
    ['jobLocationType: TELECOMMUTE', 'remote'],
    ['Location: Remote', 'remote'],
    ['Location: San Diego, CA (In-Office)', 'onsite'],
    ['Location: Hybrid — Temecula, CA (remote-first with occasional visits)', 'hybrid'],
    ['Job type: Hybrid', 'hybrid'],
    ['Work flexibility: Office-based', 'onsite'],
    ['Location: Berlin', null],
    ['Hybrid working: Wednesdays at home', 'hybrid'],
    ['Hybrid working: No', null],
    ['Telework eligible: Yes, as the office decides', 'hybrid'],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(remoteOf(`${text}\nWe build software for people.`)).toBe(expected)
  })
})

describe('in title, place and top lines', () => {
  const cases: [string, string, string, string | null][] = [
    ['Python Developer (Remote)', '', '', 'remote'],
    ['[Remote] Staff Engineer', '', '', 'remote'],
    ['Remote Data Engineer', '', '', 'remote'],
    ['Remote Sensing Scientist', '', '', null],
    ['Remote Support Technician', '', '', null],
    ['Engineer - Hybrid', '', '', 'hybrid'],
    ['Hybrid Cloud Engineer', '', '', null],
    ['On-site Chef', '', '', 'onsite'],
    ['Engineer', 'Remote', '', 'remote'],
    ['Engineer', 'Remote - US', '', 'remote'],
    ['Engineer', 'Anywhere in the World', '', 'remote'],
    ['Engineer', 'Hybrid - London', '', 'hybrid'],
    ['Engineer', 'London (on-site)', '', 'onsite'],
    ['Engineer', 'London', '', null],
    ['Engineer', 'Anywhere in the World', 'We expect everyone in the office three days a week.', 'hybrid'],
    ['', '', 'Acme | Engineer | San Francisco | ONSITE | Full-time', 'onsite'],
    ['', '', 'Acme | Engineer | REMOTE | Full-time', 'remote'],
    ['', '', 'Acme | Engineer | San Francisco | ONSITE / REMOTE', 'remote'],
    ['', '', 'Acme | Engineer | Remote (Europe) | Full-time', 'remote'],
    ['', '', 'Acme | Engineer | Utrecht | HYBRID', 'hybrid'],
    [
      '',
      '',
      'Acme | Engineer | San Francisco | Onsite\nOur clients pay engineers working remotely.',
      'onsite',
    ],
    ['', '', 'San Diego, CA\n\nIn-office | Full-Time\n\nAbout us', 'onsite'],
  ]
  test.each(cases)('%s / %s / %s', (title, location, text, expected) => {
    expect(remoteOf(text, title, location)).toBe(expected)
  })
})
