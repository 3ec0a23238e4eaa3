import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawn, typed } from '../../../tests/support/layout.ts'
import type { Layout } from './layout.ts'
import { parseResume } from './parse.ts'

const places = readFileSync(new URL('../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8')
const BODY = `

  ## Experience
  **Baker**, Corner Bakery ⇥ 2019 – 2022
  - Baked bread for three shops and trained two apprentices
  ## Education
  Trade School, 2012 – 2014`
const read = (head: string, more: Partial<Layout> = {}) =>
  parseResume(drawn(head + BODY, more), '2026-01-15', { places, skills: '' })
const nameOf = (head: string, more: Partial<Layout> = {}) => read(head, more).name?.value

describe('the name', () => {
  test.each([
    ['the largest line on top', '# Ada Mustermann\nBaker\nada@example.org', 'Ada Mustermann'],
    [
      'below a title of the document',
      'Curriculum Vitae\n# Ada Mustermann\nada@example.org',
      'Ada Mustermann',
    ],
    ['behind "Curriculum Vitae of"', 'Curriculum Vitae of Ada Mustermann\nada@example.org', 'Ada Mustermann'],
    ['behind "Lebenslauf –"', '# Lebenslauf – Ada Mustermann\nada@example.org', 'Ada Mustermann'],
    ['before "Resume"', 'Ada Mustermann Resume\nada@example.org', 'Ada Mustermann'],
    ['behind a label', '# Lebenslauf\nName: Ada Mustermann\nE-Mail: ada@example.org', 'Ada Mustermann'],
    [
      'behind a label in a cell',
      '# Lebenslauf\nName ⇥ Ada Mustermann\nE-Mail ⇥ a@example.org',
      'Ada Mustermann',
    ],
    ['in two lines', '# ADA\n# MUSTERMANN-SMITH\nBaker\nada@example.org', 'Ada Mustermann-Smith'],
    ['in capitals', '# ADA MUSTERMANN\nHEAD BAKER\nada@example.org', 'Ada Mustermann'],
    ['in small capitals', '# A DA M USTERMANN\nada@example.org', 'Ada Mustermann'],
    ['letters set apart', '# A D A M U S T E R M A N N\nada.mustermann@example.org', 'Ada Mustermann'],
    ['with titles', '# Dr. rer. nat. Ada Mustermann, CPA, PhD\nada@example.org', 'Ada Mustermann'],
    ['with degrees without a comma', '# Ada B. Mustermann MBA PMP\nada@example.org', 'Ada B. Mustermann'],
    ['with pronouns', '# Ada Mustermann (she/her)\nada@example.org', 'Ada Mustermann'],
    ['with particles', '# ADA VAN DER BERG\nada@example.org', 'Ada van der Berg'],
    ['with an apostrophe', "# SINÉAD O'BRIEN\nsobrien@example.ie", "Sinéad O'Brien"],
    ['with Mac', '# EWAN MCALLISTER\newan@example.org', 'Ewan McAllister'],
    ['last name first', '# Mustermann, Ada\nada.mustermann@example.org', 'Ada Mustermann'],
    ['in body size', 'Ada Mustermann\n12 Mill Lane, Leeds LS1 4AB\nada@example.org', 'Ada Mustermann'],
    ['a job that is a name', '# Mason Baker\nmason.baker@example.org', 'Mason Baker'],
    ['smaller than the title', '## Ada Mustermann\n# Head Baker\nada@example.org', 'Ada Mustermann'],
    ['beside contacts', '# Ada Mustermann ⇥ ada@example.org\n030 123456', 'Ada Mustermann'],
    ['beside its title', '# Ada Mustermann | Head Baker\nada@example.org', 'Ada Mustermann'],
    ['of one word in a mail', '# Ada Mustermann\nBerlin, Germany\nam@example.org', 'Ada Mustermann'],
    [
      'with a Spanish double name',
      '# María José Núñez de la Torre\nmj@example.es',
      'María José Núñez de la Torre',
    ],
    ['in small letters', '# ada mustermann\nada.mustermann@example.org', 'Ada Mustermann'],
    ['in small letters, with an initial', 'ada mustermann\namustermann@example.org', 'Ada Mustermann'],
    [
      'in small letters, as a handle',
      'ada mustermann\nhi@example.org\ngithub.com/adamustermann',
      'Ada Mustermann',
    ],
    ['of one word', 'Ada\nada@example.org', 'Ada'],
    ['of one word, as a handle', 'Ada\nhi@example.org\ngithub.com/ada', 'Ada'],
    ['in two scripts', '# Li Wei 李伟\nli.wei@example.org', 'Li Wei'],
    ['in two scripts, the other one first', '李伟 Li Wei\nli.wei@example.org', 'Li Wei'],
    ['in two scripts, one in brackets', '# 李 伟 (Li Wei)\nlw@example.org', 'Li Wei'],
    ['with a Welsh particle', '# Rhys ap Gwilym\nrhys@example.org', 'Rhys ap Gwilym'],
    ['with a nickname', '# Ada "Addie" Mustermann\nada@example.org', 'Ada Mustermann'],
    ['in Chinese', '李伟\nliwei@example.org', '李伟'],
    ['in Chinese below a title', '個人簡歷\n王小明\nxm@example.org', '王小明'],
  ])('%s', (_, head, name) => expect(nameOf(head)).toBe(name))

  test('is written as another place writes it', () => {
    expect(nameOf('# EWAN MACLEOD\newan@example.org', { title: 'CV Ewan MacLeod' })).toBe('Ewan MacLeod')
  })

  test('stands beside a sidebar that comes first', () => {
    const layout = drawn(`
      {1}## CONTACT
      {1}Berlin
      {1}ada@example.org
      {1}## SKILLS
      {1}Dough
      {2}# Ada Mustermann
      {2}Head Baker
      {2}## EXPERIENCE
      {2}Baker, Corner Bakery, 2019 – 2022`)
    expect(parseResume(layout, '2026-01-15').name?.value).toBe('Ada Mustermann')
  })

  test.each([
    '# Head Baker\nbread@example.org',
    '# Curriculum Vitae\ninfo@example.org',
    '# Corner Bakery GmbH\ninfo@example.org',
  ])('is not made up of %s', head => expect(nameOf(head)).toBeUndefined())
})

describe('the address', () => {
  test.each([
    ['Mail: ada.m@example.org, other@example.org', 'ada.m@example.org'],
    ['ada (at) example.org', 'ada@example.org'],
    ['ada [at] mail [dot] example [dot] org', 'ada@mail.example.org'],
    ['ada.mustermann.with.a.long.name@\nexample.org', 'ada.mustermann.with.a.long.name@example.org'],
    ['ada.mustermann\n@example.org', 'ada.mustermann@example.org'],
    ['✉ ada@example.co.uk.', 'ada@example.co.uk'],
    ['[E-Mail](mailto:ada@example.org)', 'ada@example.org'],
    ['Jörg@müller.example.de', 'Jörg@müller.example.de'],
  ])('%s', (line, email) => expect(read(`# Ada Mustermann\n${line}`).email?.value).toBe(email))

  test('of somebody who recommends is not the person’s', () => {
    const layout = drawn(`# Ada Mustermann${BODY}\n\n## References\nProf. Olga Lind, olga@example.edu`)
    expect(parseResume(layout, '2026-01-15').email).toBeNull()
  })
})

describe('the number', () => {
  test.each([
    ['+49 (0) 171 234 56 78', '+49 (0) 171 234 56 78'],
    ['Fax: 030 111111 | Tel.: 030 222222', '030 222222'],
    ['Born 12.03.1990 | (555) 010-2345', '(555) 010-2345'],
    ['M: 07700 900 123', '07700 900 123'],
    ['06.39.98.12.34', '06.39.98.12.34'],
    ['Tél : +33 6 39 98 12 34', '+33 6 39 98 12 34'],
    ['☎ 915 55 01 23', '915 55 01 23'],
    ['Mobile: +1-404-555-0137 / +1-404-555-0138', '+1-404-555-0137'],
    ['0228 / 55 01 239', '0228 / 55 01 239'],
    ['phone (312) 555 0190 ext. 12', '(312) 555 0190'],
    ['[Call me](tel:+13125550190)', '+13125550190'],
    ['Pleasantville, CA 94588 (555) 123-4567', '(555) 123-4567'],
    ['Tél. : 04 76 55 01 22 / 06 55 50 12 34', '04 76 55 01 22'],
    ['Telefonnummer: (+48) 512384907', '(+48) 512384907'],
  ])('%s', (line, phone) => expect(read(`# Ada Mustermann\n${line}`).phone?.value).toBe(phone))

  test.each([
    '2015 - 2019',
    'ORCID 0000-0002-1825-0097',
    'License no. 123456789',
    '10115 Berlin',
    'Documento: C.C. 1.040.555.812',
    '01/2018 – 12/2020',
  ])('is not %s', line => expect(read(`# Ada Mustermann\n${line}`).phone).toBeNull())
})

describe('links', () => {
  const linksOf = (head: string, more: Partial<Layout> = {}) =>
    read(head, more).links.map(link => link.value.url)

  test.each([
    ['linkedin.com/in/ada-m | github.com/adam', ['https://linkedin.com/in/ada-m', 'https://github.com/adam']],
    [
      '[LinkedIn](https://www.linkedin.com/in/ada-m/) · [Portfolio](https://ada.example.com)',
      ['https://www.linkedin.com/in/ada-m', 'https://ada.example.com'],
    ],
    ['LinkedIn: ada-m ⇥ GitHub: adam', ['https://linkedin.com/in/ada-m', 'https://github.com/adam']],
    ['Github:// adam | LinkedIn:// ada-m', ['https://github.com/adam', 'https://linkedin.com/in/ada-m']],
    ['in/ada-m', ['https://linkedin.com/in/ada-m']],
    ['ada-m (LinkedIn)', ['https://linkedin.com/in/ada-m']],
    [
      'www.linkedin.com/in/ada-muster-\nmann-1b2c (LinkedIn)',
      ['https://www.linkedin.com/in/ada-muster-mann-1b2c'],
    ],
    [
      '[adam](https://github.com/adam) ⇥ [adam](https://linkedin.com/in/adam)',
      ['https://github.com/adam', 'https://linkedin.com/in/adam'],
    ],
    ['[Website](javascript:alert(1)) [mail](mailto:a@example.org) [file](file:///etc/passwd)', []],
    ['linkedin.com | github.com', []],
    ['Node.js and ASP.NET baker, B.Sc.', []],
    ['Kassel | mustermann-bakes.test', ['https://mustermann-bakes.test']],
    ['Web: ada.mustermann.example/work', ['https://ada.mustermann.example/work']],
    ['http://ada.bakery', ['http://ada.bakery']],
    ['node.js | resume.pdf | dipl.ing | ada@bread.example', []],
    ['ada@ada.example.com', []],
    ['ada-m ⇥ adam\nLinkedIn ⇥ GitHub', ['https://linkedin.com/in/ada-m', 'https://github.com/adam']],
    ['adam\nGitHub\nada-m\nLinkedIn', ['https://github.com/adam', 'https://linkedin.com/in/ada-m']],
    ['ada.example (Portfolio)', ['https://ada.example']],
    ['ada@example.org +49 30 1234567 linkedin.com/in/ada-m', ['https://linkedin.com/in/ada-m']],
    ['https://ada.example.com/?utm=1', ['https://ada.example.com/?utm=1']],
  ])('%s', (line, urls) => expect(linksOf(`# Ada Mustermann\n${line}`)).toEqual(urls))

  test('of projects and papers are not the person’s', () => {
    const layout = drawn(
      `# Ada Mustermann\nada@example.org${BODY}\n\n## Projects\nOven, github.com/corner/oven\n\n## Publications\nhttps://doi.org/10.1/1`,
    )
    expect(parseResume(layout, '2026-01-15').links).toEqual([])
  })

  test('a picture that leads to a profile counts, one that leads elsewhere does not', () => {
    const links = [
      { text: '', url: 'https://www.linkedin.com/in/ada-m' },
      { text: '', url: 'https://shop.example.com/template' },
    ]
    expect(linksOf('# Ada Mustermann\nada@example.org', { links })).toEqual([
      'https://www.linkedin.com/in/ada-m',
    ])
  })
})

describe('home', () => {
  const homeOf = (lines: string) => read(`# Ada Mustermann\n${lines}`).location?.value

  test.each([
    ['Berlin', 'Berlin'],
    ['San Diego, CA | ada@example.org', 'San Diego, CA'],
    ['Lyon, France · 06 39 98 12 34', 'Lyon, France'],
    ['Location: Remote-friendly Leeds, UK', 'Remote-friendly Leeds, UK'],
    ['90402 Nürnberg', '90402 Nürnberg'],
    ['Musterstraße 12\n90402 Nürnberg\nDeutschland', 'Musterstraße 12, 90402 Nürnberg, Deutschland'],
    ['12 Mill Lane, Leeds LS1 4AB', '12 Mill Lane, Leeds LS1 4AB'],
    ['4417 Willow Drive Apt 12\nHouston, Texas 77035', '4417 Willow Drive Apt 12, Houston, Texas 77035'],
    ['C/ Mayor, 5, 3º B · 28013 Madrid', 'C/ Mayor, 5, 3º B, 28013 Madrid'],
    ['Wohnort: Kassel\nGeburtsort: Hamburg', 'Kassel'],
    ['Geboren am 1.2.1990 in Hamburg\nKassel, Deutschland', 'Kassel, Deutschland'],
    ['Nationality: Irish ⇥ Address ⇥ 8 Abbey Street, Cork, Ireland', '8 Abbey Street, Cork, Ireland'],
    ['Toronto, ON, Canada', 'Toronto, ON, Canada'],
    ['2300 Copenhagen S, Denmark', '2300 Copenhagen S, Denmark'],
    ['Grenoble (38)', 'Grenoble (38)'],
    ['Portland, OR 97209 +1 (503) 555-0126 ada@example.org', 'Portland, OR 97209'],
    ['bucharest, romania', 'bucharest, romania'],
    ['Singapore 119077', 'Singapore 119077'],
    ['Stockport, Greater Manchester SK4', 'Stockport, Greater Manchester SK4'],
    ['ada@example.org +49 30 1234567 Venezia Mestre, Italia', 'Venezia Mestre, Italia'],
  ])('%s', (lines, home) => expect(homeOf(lines)).toBe(home))

  test.each([
    'ada@example.org',
    'Head Baker',
    'Place of birth: Hamburg',
    'Open to relocation',
    'Nationality: German',
    'Bread, Cakes',
    'CV – nine years of bread',
  ])('is not %s', lines => expect(homeOf(lines)).toBeUndefined())

  test('the place of a job is no home', () => {
    const layout = drawn(
      '# Ada Mustermann\nada@example.org\n\n## Experience\nBaker, Mill ⇥ Leeds, UK\n\n## Skills\nDough',
    )
    expect(parseResume(layout, '2026-01-15', { places, skills: '' }).location).toBeNull()
  })
})

describe('headline and summary', () => {
  test('the headline is what the person does', () => {
    expect(read('# Ada Mustermann\nHead Baker and Pastry Chef\nada@example.org').headline?.value).toBe(
      'Head Baker and Pastry Chef',
    )
    expect(read('# Ada Mustermann\nBerlin\nada@example.org').headline).toBeNull()
  })

  test('a summary is joined from its lines', () => {
    const summary = read(
      '# Ada Mustermann\nada@example.org\n\n## Profile\nBaker with ten years of\nexperience in full-\nstack bread.',
    ).summary
    expect(summary?.value).toBe('Baker with ten years of experience in full-stack bread.')
    expect(summary?.spots).toHaveLength(3)
  })

  test('sentences under the name are a summary without a heading', () => {
    const text = 'I have been baking bread for ten years and would like to teach others how it is done.'
    expect(read(`# Ada Mustermann\nada@example.org\n${text}`).summary?.value).toBe(text)
  })
})

test('a plain text says the same as a printed page', () => {
  const text = `
    ADA MUSTERMANN
    Berlin, Germany | ada@example.org | +49 30 1234567

    EXPERIENCE
    Baker, Corner Bakery, 2019 - 2022

    SKILLS
    dough, ovens, patience`
  const resume = parseResume(typed(text), '2026-01-15', { places, skills: '' })
  expect(resume).toMatchObject({
    kind: 'resume',
    name: { value: 'Ada Mustermann' },
    email: { value: 'ada@example.org' },
    phone: { value: '+49 30 1234567' },
    location: { value: 'Berlin, Germany' },
  })
  expect(resume.skills.map(skill => skill.value.name)).toEqual(['dough', 'ovens', 'patience'])
})
