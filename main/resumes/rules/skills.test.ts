import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawn, typed } from '../../../tests/support/layout.ts'
import { parseResume } from './parse.ts'
import { itemsOf } from './skill-items.ts'

const skills = readFileSync(new URL('../../../resources/vocabularies/skills.tsv', import.meta.url), 'utf8')
const read = (section: string, heading = 'Skills') =>
  parseResume(
    drawn(
      `# Ada Mustermann\nada@example.org\n\n## Experience\nBaker, Corner Bakery, 2019 – 2022\n\n## ${heading}\n${section}\n\n## Education\nTrade School, 2012`,
    ),
    '2026-01-15',
    { places: '', skills },
  )
const namesOf = (section: string, heading?: string) =>
  read(section, heading).skills.map(skill => skill.value.name)

describe('single items', () => {
  test.each([
    ['Java, Python; Go | Rust • C++', 'Java Python Go Rust C++'],
    ['CI/CD, A/B testing, HTML/CSS', 'CI/CD, A/B testing, HTML/CSS'],
    ['SQL (Postgres), AWS (EC2, S3)', 'SQL (Postgres), AWS, EC2, S3'],
    ['Python (advanced), Go (5 years), Rust – beginner, Excel 80 %', 'Python, Go, Rust, Excel'],
    ['Photoshop ●●●●○ InDesign ●●○○○', 'Photoshop InDesign'],
    ['Java, Linux and Docker', 'Java, Linux, Docker'],
    ['Research and development', 'Research and development'],
    ['Project planning, and Mentoring', 'Project planning, Mentoring'],
    ['JavaScript (ES6+), Node.js, .NET, C#', 'JavaScript (ES6+), Node.js, .NET, C#'],
    ['Proficient in Excel, Word, etc.', 'Excel, Word'],
    ['MS Office (sehr gut), SAP (Grundkenntnisse)', 'MS Office, SAP'],
    ['Gestion de projet – confirmé, Excel (niveau avancé)', 'Gestion de projet, Excel'],
    ['AutoCAD (nivel avanzado), Presto', 'AutoCAD, Presto'],
    ['Excel avanzado, Sage niveau intermédiaire, Word sehr gut', 'Excel, Sage, Word'],
    ['Angular (versions 2+)', 'Angular'],
  ])('%s', (text, items) => {
    const expected = items.includes(',')
      ? items.split(', ')
      : items.includes(' and ')
        ? [items]
        : items.split(' ')
    expect(itemsOf(text).items).toEqual(expected)
  })

  test('a sentence is no list', () => {
    const text = 'I work on the borders between bakers, millers and farmers, for example at the yearly fair'
    expect(itemsOf(text)).toEqual({ items: [], sentences: [text] })
  })
})

describe('skills of a section', () => {
  test.each([
    [
      'a bold label before items that stand apart',
      '**Design** Figma ⇥ Ovens ⇥ Dough',
      ['Figma', 'Ovens', 'Dough'],
    ],
    [
      'names of groups beside each other, over levels and lists',
      '**Design** ⇥ **Kitchen**\nAdvanced ⇥ Expert\nFigma, Sketch ⇥ Dough, Ovens',
      ['Figma', 'Sketch', 'Dough', 'Ovens'],
    ],
    ['a skill over its level', '**Dough**\nAdvanced\n**Ovens**\nExpert', ['Dough', 'Ovens']],
  ])('%s', (_, text, names) => expect(namesOf(text)).toEqual(names))

  test('a group that is the name of a section elsewhere, under headings of its look', () => {
    const layout = drawn(`
      # Ada Mustermann
      ada@example.org

      **Experience**
      Baker, Corner Bakery, 2019 – 2022

      **Skills**
      **Design**
      Figma, Sketch
      **Research**
      Interviews, Surveys

      **Education**
      Trade School, 2012`)
    const { skills: found } = parseResume(layout, '2026-01-15', { places: '', skills })
    expect(found.map(skill => skill.value.name)).toEqual(['Figma', 'Sketch', 'Interviews', 'Surveys'])
  })

  test('groups are told apart from their items', () => {
    expect(
      read(
        '**Languages:** Java, Rust\n**Tools:** Git, Docker\nDesign – Figma, Sketch\nOffice – Excel, Word',
      ).skills.map(each => each.value),
    ).toEqual([
      { name: 'Java', group: 'Languages' },
      { name: 'Rust', group: 'Languages' },
      { name: 'Git', group: 'Tools' },
      { name: 'Docker', group: 'Tools' },
      { name: 'Figma', group: 'Design' },
      { name: 'Sketch', group: 'Design' },
      { name: 'Excel', group: 'Office' },
      { name: 'Word', group: 'Office' },
    ])
  })

  test.each([
    [
      'one a line',
      'Wound care\nPhlebotomy\nTeam leadership',
      ['Wound care', 'Phlebotomy', 'Team leadership'],
    ],
    ['bullets', '- Bread and cakes\n- Oven care', ['Bread and cakes', 'Oven care']],
    ['cells', 'HTML ⇥ CSS ⇥ SQL\nGo ⇥ Rust', ['HTML', 'CSS', 'SQL', 'Go', 'Rust']],
    ['groups over their items', '### Web\nHTML, CSS\n### Data\nSQL', ['HTML', 'CSS', 'SQL']],
    ['groups with a level of their own', '### Web\nAdvanced\nHTML, CSS', ['HTML', 'CSS']],
    [
      'groups in cells',
      'Clinical ⇥ Wound care, Phlebotomy\nSystems ⇥ EMIS Web, SystmOne',
      ['Wound care', 'Phlebotomy', 'EMIS Web', 'SystmOne'],
    ],
    ['levels in cells', 'Excel ⇥ Advanced\nWord ⇥ Basic', ['Excel', 'Word']],
    [
      'a list that goes on',
      'Java, Kotlin, Project\nplanning, Go',
      ['Java', 'Kotlin', 'Project planning', 'Go'],
    ],
    ['nothing twice', 'Git, git, GIT', ['Git']],
    ['people’s languages elsewhere', 'Git\nLanguages: English (fluent), German', ['Git']],
    ['interests elsewhere', 'Tools: Git\nInterests: chess, rowing', ['Git']],
    ['driving licences left out', 'EDV: Excel, Word\nFührerschein: Klasse B', ['Excel', 'Word']],
    ['levels on lines of their own', 'Figma\n●●●●○\nSketch\nIntermediate', ['Figma', 'Sketch']],
  ])('%s', (_, section, names) => expect(namesOf(section)).toEqual(names))

  test.each([
    ['Kenntnisse'],
    ['Compétences techniques'],
    ['Habilidades'],
    ['Areas of Expertise'],
    ['TECH STACK'],
  ])('under %s', heading => expect(namesOf('Git, Docker', heading)).toEqual(['Git', 'Docker']))

  test('sentences give the skills that are known', () => {
    expect(
      namesOf('I have built data pipelines with Apache Kafka and Python for many years, mostly alone.'),
    ).toEqual(expect.arrayContaining(['Apache Kafka', 'Python']))
  })

  test('a name in two lines of a narrow column is one skill', () => {
    expect(namesOf('SQL\nAgile Project\nManagement')).toEqual(['SQL', 'Agile Project Management'])
  })

  test('short lines in small letters are skills of their own', () => {
    expect(namesOf('**Backhandwerk**\nsourdough\nshift planning\nhygiene rules')).toEqual([
      'sourdough',
      'shift planning',
      'hygiene rules',
    ])
  })

  test('plain text with labels', () => {
    const layout = typed(
      'Ada Mustermann\nada@example.org\n\nEXPERIENCE\nBaker, Mill, 2019 - 2022\n\nTECHNICAL SKILLS\nLanguages: Go, Rust\nDatabases: MySQL, Redis',
    )
    expect(parseResume(layout, '2026-01-15').skills.map(each => each.value.name)).toEqual([
      'Go',
      'Rust',
      'MySQL',
      'Redis',
    ])
  })

  test('what stands under the skills of a job is not listed', () => {
    const layout = drawn(
      '# Ada Mustermann\nada@example.org\n\n## Experience\n**Baker**, Mill ⇥ 2019 – 2022\nTechnologies: Go, Rust\n\n## Education\nTrade School',
    )
    expect(parseResume(layout, '2026-01-15').skills).toEqual([])
  })
})

describe('languages', () => {
  const spoken = (section: string, heading = 'Languages') =>
    read(section, heading).languages.map(({ value }) => `${value.language} ${value.level}`)

  test.each([
    ['English (native), German (C1), French', ['en native', 'de fluent', 'fr null']],
    ['Spanish – fluent\nItalian – basic', ['es fluent', 'it basic']],
    ['English ⇥ Native or Bilingual\nIrish ⇥ Limited Working', ['en native', 'ga working']],
    ['Swedish\nNative speaker\nEnglish\nVery good command', ['sv native', 'en fluent']],
    ['Near-native: Dutch', ['nl fluent']],
    ['Scottish Gaelic (good)', ['Scottish Gaelic working']],
    ['English (IELTS 7.5)', ['en null']],
    ['English ●●●●●', ['en null']],
  ])('%s', (section, languages) => expect(spoken(section)).toEqual(languages))

  test('in German, French and Spanish', () => {
    expect(
      spoken(
        'Deutsch: Muttersprache\nEnglisch: verhandlungssicher\nFranzösisch: Grundkenntnisse',
        'Sprachkenntnisse',
      ),
    ).toEqual(['de native', 'en fluent', 'fr basic'])
    expect(spoken('Français : langue maternelle\nAnglais : courant\nAllemand : notions', 'Langues')).toEqual([
      'fr native',
      'en fluent',
      'de basic',
    ])
    expect(spoken('Español: nativo. Inglés: nivel medio. Portugués: básico', 'Idiomas')).toEqual([
      'es native',
      'en working',
      'pt basic',
    ])
  })

  test('within the skills', () => {
    expect(
      spoken('Sprachen: Deutsch (Muttersprache), Englisch (B2)\nEDV: Excel, Word', 'Kenntnisse'),
    ).toEqual(['de native', 'en working'])
    expect(spoken('Excel\nSpanish (fluent)', 'Skills')).toEqual(['es fluent'])
  })
})

test('certificates with who gave them and when', () => {
  const { certificates } = read(
    '- Forklift Licence, TÜV Süd, 2019\n- First Aid – Red Cross (March 2021)',
    'Certifications',
  )
  expect(certificates.map(each => each.value)).toEqual([
    { name: 'Forklift Licence', issuer: 'TÜV Süd', date: '2019' },
    { name: 'First Aid', issuer: 'Red Cross', date: '2021-03' },
  ])
})
