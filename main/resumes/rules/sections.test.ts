import { describe, expect, test } from 'vitest'
import { drawn, typed } from '../../../tests/support/layout.ts'
import type { Layout } from './layout.ts'
import { headingNameOf } from './section-names.ts'
import { sectionsOf } from './sections.ts'

const shape = (layout: Layout) =>
  sectionsOf(layout).map(({ kind, title, lines }) => [kind, title?.text ?? null, lines.length])

describe('names of sections', () => {
  test.each([
    ['E X P E R I E N C E', 'experience'],
    ['W O R K E X P E R I E N C E', 'experience'],
    ['2. Work Experience:', 'experience'],
    ['III. AUSBILDUNG', 'education'],
    ['● Skills & Tools', 'skills'],
    ['Work Experience and Projects', 'experience'],
    ['Relevant Professional Experience', 'experience'],
    ['Employment (continued)', 'experience'],
    ['Awards & Certifications', 'certificates'],
    ['Certificates and Skills', 'skills'],
    ['BOARDS', 'volunteering'],
    ['Berufserfahrung', 'experience'],
    ['Berufliche Stationen', 'experience'],
    ['Studium und Ausbildung', 'education'],
    ['Sprach- und EDV-Kenntnisse', 'skills'],
    ['Weiterbildungen / Zertifikate', 'certificates'],
    ['Ehrenamtliches Engagement', 'volunteering'],
    ['EXPÉRIENCE PROFESSIONNELLE', 'experience'],
    ['Parcours académique', 'education'],
    ['Centres d’intérêt', 'interests'],
    ['Langues étrangères', 'languages'],
    ['Compétences informatiques', 'skills'],
    ['Trayectoria profesional', 'experience'],
    ['Formación académica', 'education'],
    ['Cursos y certificaciones', 'certificates'],
    ['Idiomas', 'languages'],
    ['Sobre mí', 'summary'],
    ['Persönliche Daten', 'head'],
  ])('%s', (text, kind) => expect(headingNameOf(text)?.kind).toBe(kind))

  test.each([
    'Software Engineer',
    'Managed a team of five people in the skills department of a bank',
    'anna@example.org',
    'Education Week 2019',
    'Skillful Means GmbH',
  ])('%s names none', text => expect(headingNameOf(text)).toBeNull())
})

test('a plain résumé falls into its parts', () => {
  const layout = drawn(`
    # Ada Mustermann
    ada@example.org

    ## Experience
    **Baker**, Corner Bakery ⇥ 2019 – 2022
    - Bread

    ## Education
    Trade School

    ## Skills
    Dough, Ovens`)
  expect(shape(layout)).toEqual([
    ['head', null, 2],
    ['experience', 'Experience', 2],
    ['education', 'Education', 1],
    ['skills', 'Skills', 1],
  ])
})

test('a sidebar has its own sections, and the text beside it goes on with its own', () => {
  const layout = drawn(`
    # Ada Mustermann
    {1}## EXPERIENCE
    {1}Baker, Corner Bakery, 2019 – 2022
    {2}## CONTACT
    {2}ada@example.org
    {2}## SKILLS
    {2}Dough
    ===
    {1}Apprentice, Old Mill, 2016 – 2019
    {2}Ovens`)
  expect(shape(layout)).toEqual([
    ['head', null, 1],
    ['experience', 'EXPERIENCE', 2],
    ['head', 'CONTACT', 1],
    ['skills', 'SKILLS', 2],
  ])
})

test('a label inside of a section is no section', () => {
  const layout = drawn(`
    # Ada Mustermann

    ## Experience
    **Developer**, Mill Software ⇥ 2019 – 2022
    - Built tools
    Technologies: Go, Rust
    Key achievements
    - Two awards

    ## Technical Skills
    Languages: Go, Rust
    **Tools**
    Git`)
  expect(shape(layout)).toEqual([
    ['head', null, 1],
    ['experience', 'Experience', 5],
    ['skills', 'Technical Skills', 3],
  ])
})

test('headings in the margin stand before their first line', () => {
  const layout = drawn(`
    # Ada Mustermann
    EXPERIENCE ⇥ Baker, Corner Bakery
    2019 – 2022
    EDUCATION ⇥ Trade School
    LANGUAGES ⇥ English, Welsh`)
  expect(shape(layout)).toEqual([
    ['head', null, 1],
    ['experience', 'EXPERIENCE', 2],
    ['education', 'EDUCATION', 1],
    ['languages', 'LANGUAGES', 1],
  ])
  expect(sectionsOf(layout)[1]?.lines[0]?.text).toBe('Baker, Corner Bakery')
})

test('a text without looks has its sections by blank lines and capitals', () => {
  const layout = typed(`
    Ada Mustermann
    ada@example.org

    WORK HISTORY
    Baker, Corner Bakery, 2019 - 2022

    SKILLS
    dough, ovens

    HOBBIES
    cycling`)
  expect(shape(layout).map(([kind]) => kind)).toEqual(['head', 'experience', 'skills', 'interests'])
})

test('contacts that follow a list without a heading belong to the head', () => {
  const layout = drawn(`# Ada Mustermann

## Skills
- Sourdough
- Pastry
Leeds, United Kingdom
+44 113 496 0123
ada@example.org

## Experience
**Baker**, Corner Bakery, 2014 – 2019`)
  expect(sectionsOf(layout)[0]?.lines.map(line => line.text)).toEqual([
    'Ada Mustermann',
    'Leeds, United Kingdom',
    '+44 113 496 0123',
    'ada@example.org',
  ])
})

test('a heading over two lines is one', () => {
  const layout = drawn(`# Ada Mustermann
ada@example.org

## STUDIUM UND
## AUSBILDUNG
Bäckerfachschule Kassel, 2012 – 2014

## PROFESSIONAL
## EXPERIENCE
**Baker**, Corner Bakery, 2014 – 2019`)
  expect(shape(layout).map(([kind, title]) => [kind, title])).toEqual([
    ['head', null],
    ['education', 'STUDIUM UND AUSBILDUNG'],
    ['experience', 'PROFESSIONAL EXPERIENCE'],
  ])
})

test('an unknown heading that looks as the others do ends a section', () => {
  const layout = drawn(`
    # Ada Mustermann

    ## Skills
    Dough

    ## Education
    Trade School, 2012

    ## Taming of lions
    Two of them

    ## Languages
    English`)
  expect(shape(layout).map(([kind]) => kind)).toEqual(['head', 'skills', 'education', 'other', 'languages'])
})

test('contacts under a heading of another name, and at the foot of a page, belong to the head', () => {
  const layout = drawn(`
    # Ada Mustermann

    ## Experience
    Baker, Corner Bakery, 2019 – 2022

    ## Education
    Trade School, 2012

    ## Say hello
    ada@example.org
    ===
    ada@example.org | 030 1234567 | Berlin
    Page 2 of 2`)
  const heads = sectionsOf(layout).filter(section => section.kind === 'head')
  expect(heads.map(section => section.lines.map(line => line.text))).toEqual([
    ['Ada Mustermann', 'ada@example.org | 030 1234567 | Berlin'],
    ['ada@example.org'],
  ])
})

test('"Languages" stands over people’s languages or over a group of skills', () => {
  const people = drawn('# Ada M\n\n## Skills\nGit\n\n## Languages\nWelsh')
  expect(shape(people).map(([kind]) => kind)).toEqual(['head', 'skills', 'languages'])
  const machines = drawn('# Ada M\n\n## Skills\nGit\n\n### Languages\nGo, Rust')
  expect(shape(machines).map(([kind]) => kind)).toEqual(['head', 'skills'])
})

test('place and date over a signature belong to nothing', () => {
  const layout = drawn(`
    # Lebenslauf
    Ada Mustermann

    ## Berufserfahrung
    2019 – 2022 ⇥ Bäckerin, Alte Mühle

    ## Kenntnisse
    Teig
    Kassel, den 3. März 2023`)
  expect(
    sectionsOf(layout)
      .find(each => each.kind === 'skills')
      ?.lines.map(line => line.text),
  ).toEqual(['Teig'])
})
