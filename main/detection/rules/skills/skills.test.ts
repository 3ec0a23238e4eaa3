import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSkillFinder } from './skills.ts'

const data = readFileSync(new URL('../../../../resources/vocabularies/skills.tsv', import.meta.url), 'utf8')
const finder = createSkillFinder(data)
/** Names in order; "~" marks soft skills, "?" nice-to-haves, a number how often when more than once. */
const find = (description: string, title = '') =>
  finder
    .find({ title, description })
    .map(m => `${m.name}${m.kind === 'soft' ? '~' : ''}${m.required ? '' : '?'}${m.count > 1 ? m.count : ''}`)
    .join(', ')

const TEXTS: [string, string][] = [
  ['Experience with Go, Rust and C.', 'Go, Rust, C'],
  ['C/C++ developer', 'C, C++'],
  ['C, C++, and C#', 'C, C++, C#'],
  ['Knowledge of C programming', 'C'],
  ['R, Python and SQL', 'R, Python, SQL'],
  ['python, go, rust, sql', 'Python, Go, Rust, SQL'],
  ['Java, Spring, Hibernate.', 'Java, Spring, Hibernate'],
  ['We use Swift for iOS apps.', 'Swift, iOS'],
  ['React, Redux, TypeScript', 'React, Redux, TypeScript'],
  ['React Native apps', 'React Native'],
  ['Node.js / Express / MongoDB', 'Node.js, Express.js, MongoDB'],
  ['Chef, Puppet, Ansible', 'Chef, Puppet, Ansible'],
  ['Unity 3D and C# development', 'Unity, C#'],
  ['someone with a Dart and Flutter background', 'Dart, Flutter'],
  ['Hands-on experience with Spark and Hive', 'Apache Spark, Hive'],
  ['Oracle, MySQL, PostgreSQL', 'Oracle Database, MySQL, PostgreSQL'],
  ['JavaScript/TypeScript (ES6)', 'JavaScript2, TypeScript'],
  ['Python3, k8s, Postgres, GCP', 'Python, Kubernetes, PostgreSQL, Google Cloud'],
  ['ML/AI and NLP', 'Machine Learning, Artificial Intelligence, Natural Language Processing'],
  ['.NET Core, ASP.NET MVC, VB.NET', '.NET, ASP.NET, VB.NET'],
  ['CI/CD with Jenkins; TDD', 'CI/CD, Jenkins, Test-Driven Development'],
  ['Your experience: REST APIs, GraphQL.', 'REST APIs, GraphQL'],
  ['Microsoft SQL Server and PL/SQL', 'Microsoft SQL Server, PL/SQL'],
  ['Proficient in Excel and Word.', 'Microsoft Excel, Microsoft Word'],
  [
    'Microsoft Office (Word, Excel, PowerPoint, Outlook)',
    'Microsoft Office, Microsoft Word, Microsoft Excel, Microsoft PowerPoint, Microsoft Outlook',
  ],
  ['MS Word', 'Microsoft Word'],
  ['AutoCAD, Revit and BIM', 'AutoCAD, Revit, BIM'],
  ['QuickBooks, Xero, Sage', 'QuickBooks, Xero, Sage'],
  [
    'Accounts payable, accounts receivable, bank reconciliations, VAT',
    'Accounts Payable, Accounts Receivable, Bank Reconciliation, Taxation',
  ],
  ['Cold calling and lead generation; B2B sales', 'Cold Calling, Lead Generation, B2B Sales'],
  ['CRM (Salesforce)', 'CRM, Salesforce'],
  ['MIG and TIG welding; CNC machining', 'MIG Welding, TIG Welding, CNC Machining'],
  ['Teaching experience with QTS, SEN, EYFS', 'Teaching2, Special Educational Needs, Early Years'],
  ['food preparation in a busy kitchen; HACCP', 'Cooking, HACCP'],
  [
    'Must have HGV Class 1 licence and Driver CPC. Digi card required.',
    'HGV Class 1, Driver CPC, Digital Tachograph',
  ],
  ['Reach truck and forklift truck', 'Reach Truck, Forklift'],
  ['Registered nurse with NMC PIN and phlebotomy skills', 'Nursing, NMC Registration, Phlebotomy'],
  [
    'Strong communication skills and attention to detail, team player',
    'Communication~, Attention to Detail~, Teamwork~',
  ],
  ['Deutschkenntnisse, Teamfähigkeit', 'German, Teamwork~'],
  ['experience in recruitment and logistics', 'Recruitment, Logistics'],
  ['A/B testing; P&L; M&A', 'A/B Testing, Mergers and Acquisitions'],
  ['SEO, PPC and Google Analytics', 'SEO, PPC, Google Analytics'],
  ['PRINCE2, Agile, Scrum', 'PRINCE2, Agile, Scrum'],
  ['IFRS and month-end close', 'IFRS, Month-End Close'],
  [
    '18th Edition electrician with PAT testing',
    'Electrical Installation, Electrician Skills, Electrical Testing',
  ],
  ['CSCS card and SMSTS', 'CSCS Card, SMSTS'],
  ['Py\u200bthon developer', 'Python'],
  ['Python\nPython\nPython', 'Python3'],
  ['We look for JS and TS developers with k8s', 'JavaScript, TypeScript, Kubernetes'],
  ['React.js/ReactJS, dotnet, Node, AWS EC2', 'React2, .NET, Node.js, AWS'],
  ['sklearn, PowerBI, MS Excel, ML', 'scikit-learn, Power BI, Microsoft Excel, Machine Learning'],
  ['Prisma, tRPC and Next.js', 'Prisma, tRPC, Next.js'],
  ['PyTorch, Transformers, JAX', 'PyTorch, Transformers, JAX'],
  ['SOLID, DDD and CQRS', 'SOLID Principles, Domain-Driven Design, CQRS'],
  [
    'Knowledge of GCP, GLP and GMP',
    'Good Clinical Practice, Good Laboratory Practice, Good Manufacturing Practice',
  ],
  ['GCP and AWS', 'Google Cloud, AWS'],
  ['Spanish speaking, German C1', 'Spanish, German'],
  ['BLS and ACLS; IV insertion; discharge planning', 'CPR2, IV Therapy, Discharge Planning'],
  ['Journal entries, accruals and revenue recognition', 'Journal Entries, Accruals, Revenue Recognition'],
  ['Conduit bending, motor controls, lockout tagout', 'Conduit Bending, Motor Controls, LOTO'],
  ['Cycle counting and Incoterms', 'Cycle Counting, Incoterms'],
  [
    'Differentiated instruction for pupils with an IEP',
    'Differentiated Instruction, Individualised Education Programmes',
  ],
  ['ServSafe, fine dining, banquets', 'ServSafe, Fine Dining, Banquets'],
  ['Demand generation, landing pages, LinkedIn Ads', 'Demand Generation, Landing Pages, LinkedIn Ads'],
  ['E-discovery and legal writing', 'E-Discovery, Legal Drafting'],
  ['APQP, PPAP and IATF 16949', 'APQP, PPAP, IATF 16949'],
  ['Boolean search and succession planning', 'Talent Sourcing, Succession Planning'],
  ['Western blot, NMR and GraphPad Prism', 'Western Blot, NMR, GraphPad Prism'],
  ['Buchhaltung, Staplerschein, Schweißen', 'Accounting, Forklift, Welding'],
  ['Kundenbetreuung und Projektmanagement', 'Customer Service, Project Management'],
  ['Gestion de projet et comptabilité', 'Project Management, Accounting'],
  ['Atención al cliente', 'Customer Service'],
  ['Kommunikationsstärke, selbstständige Arbeitsweise', 'Communication~, Independence~'],
  ["Esprit d'équipe, sens de l'organisation", 'Teamwork~, Organisational Skills~'],
  ['Trabajo en equipo y proactividad', 'Teamwork~, Initiative~'],
  ['Teamspeler, stressbestendig', 'Teamwork~, Stress Tolerance~'],
]

/** Words that look like skills and are none here. */
const NONE = [
  'Go above and beyond for our customers. Go to our site.',
  'We go the extra mile.',
  'Excel at what you do. You will excel.',
  'Spread the word. Access to a great pension. Spring is here.',
  'A swift response is expected. Swift action.',
  'React to customer issues. You will react quickly.',
  'R&D department. Vitamin C. Class C.',
  'Express your opinions. Express delivery.',
  'Chef de partie needed. Head Chef.',
  'Unity in diversity. We value Unity.',
  'Rust-proof coatings. Ruby wedding.',
  'spark joy',
  'Ability to access the site. Word of mouth. Outlook is positive.',
  'Health insurance, pension, training budget',
  'https://github.com/acme/docker and www.python.org/jobs',
  'Our head office is in the east. The bank of England.',
  'You will receive shares and a yearly review.',
  'Scratch cards, oracle of wisdom, a chef, a puppet show',
  'from scratch',
  'C-suite and C-level stakeholders with experience',
  'Less than a truckload',
  'The German market and a French startup in the Czech Republic',
  'Phoenix Recruitment finds people. Phoenix, Arizona.',
  'A lymph node. Car struts. A restful sleep. An unreal view.',
  'The Elixir of life. Make sure. Linear thinking. The notion of time.',
  'Call Julia Miller. Spring semester. Rust belt. Swift growth.',
  'Sage advice. Slack off. Our teams. Monday to Friday.',
  'Ray-Ban stores. The Pulsar watch. Jest aside.',
  'We are hiring for our warehouse in Leeds',
  'B2B contract',
  '',
]

const NICE: [string, string][] = [
  ['Knowledge of PHP. Docker a plus.', 'PHP, Docker?'],
  ['Ideally you know Kafka. You know Java.', 'Apache Kafka?, Java'],
  ['Nice to have:\n- Kubernetes\n- Helm charts\n\nBenefits:\n- Training', 'Kubernetes?, Helm?'],
  ['Requirements:\n- Python\n- Go\n- Rust\n\nNice to haves\n- Scala', 'Python, Go, Rust, Scala?'],
  ['Preferred qualifications\nTerraform\nAnsible\n\nRequirements:\nLinux', 'Terraform?, Ansible?, Linux'],
  ['Forklift licence preferred but not essential.', 'Forklift?'],
  ['Python required; Django would be great.', 'Python, Django?'],
  ['Docker is a big plus\nPython\nDocker again', 'Docker2, Python'],
  ['Von Vorteil: Kubernetes.\nPython', 'Kubernetes?, Python'],
  ['Kenntnisse in Docker von Vorteil.\nPython', 'Docker?, Python'],
  ['Docker serait apprécié.\nPython', 'Docker?, Python'],
  ['Docker est un plus.\nPython', 'Docker?, Python'],
  ['Idéalement Docker. Python requis.', 'Docker?, Python'],
  ['Se valorará Docker.\nPython', 'Docker?, Python'],
  ['Docker is een pré.\nPython', 'Docker?, Python'],
]

describe('skills of postings', () => {
  it.each(TEXTS)('reads %j', (text, expected) => {
    expect(find(text)).toBe(expected)
  })
  it.each(NONE)('finds none in %j', text => {
    expect(find(text)).toBe('')
  })
  it.each(NICE)('tells required from nice to have in %j', (text, expected) => {
    expect(find(text)).toBe(expected)
  })
  it.each([
    ['Senior Go Engineer', 'Go'],
    ['C# Developer', 'C#'],
    ['Excel Administrator', 'Microsoft Excel'],
    ['Sales Executive', 'Sales'],
    ['Recruitment Consultant', 'Recruitment'],
    ['HGV Class 1 Driver', 'HGV Class 1'],
    ['Forklift Driver', 'Forklift'],
    ['Head of People', ''],
  ])('reads the title %j', (title, expected) => {
    expect(find('', title)).toBe(expected)
  })
})

describe('canonical names', () => {
  it.each([
    ['js', 'JavaScript'],
    ['K8s', 'Kubernetes'],
    ['Postgres', 'PostgreSQL'],
    ['golang', 'Go'],
    ['go', 'Go'],
    ['ReactJS', 'React'],
    ['R', 'R'],
    ['excel', 'Microsoft Excel'],
    ['c++', 'C++'],
    ['.net', '.NET'],
    ['Node.JS', 'Node.js'],
    ['Amazon Web Services', 'AWS'],
    ['forklift', 'Forklift'],
    ['HGV Class 1', 'HGV Class 1'],
    ['Team Player', 'Teamwork'],
    ['  Machine   Learning ', 'Machine Learning'],
    ['no such skill', null],
    ['', null],
  ])('folds %j', (name, expected) => {
    expect(finder.canonical(name)).toBe(expected)
  })
  it('knows its own plain names, and holds none twice', () => {
    const lines = data
      .trim()
      .split('\n')
      .map(line => line.split('\t'))
    const names = lines.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    const lost = lines.flatMap(([name = '', , spellings = '']) =>
      spellings.split('|').includes(name) && finder.canonical(name) !== name ? [name] : [],
    )
    expect(lost).toEqual([])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'Go',
    'C++',
    'C#',
    '.NET',
    'Node.js',
    'machine',
    'learning',
    'nice to have',
    ':',
    '\n',
    '- ',
    'and',
    ',',
    'a plus',
    'R',
    '\u200b',
    'İ',
    'experience with',
    'Docker',
    'https://',
    '/',
    '. ',
    'Excel',
    '🙂',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map(list => list.join(' ')),
  )

  it('never throws; mentions are distinct, known and counted', () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const found = finder.find({ title, description })
        expect(new Set(found.map(mention => mention.name)).size).toBe(found.length)
        for (const mention of found) expect(mention.count).toBeGreaterThan(0)
        finder.canonical(title)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['digits', '7'.repeat(1_000_000)],
    ['letters', 'x'.repeat(1_000_000)],
    ['skills', 'machine learning, Go, '.repeat(45_000)],
    ['pluses', 'a plus '.repeat(140_000)],
    ['addresses', 'https://a.test/docker/'.repeat(45_000)],
    ['zero-width characters', '\u200b'.repeat(1_000_000)],
    ['line ends', '\n'.repeat(1_000_000)],
  ])('reads a megabyte of %s quickly', (_, long) => {
    const start = performance.now()
    finder.find({ title: long, description: long })
    finder.canonical(long)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

const labelled = new URL('../../../../../shared/data/postings/dev.jsonl', import.meta.url)

describe.skipIf(!existsSync(labelled))('labelled postings', () => {
  it('finds the tagged skills that the text names, without flooding the person', () => {
    let named = 0
    let right = 0
    let most = 0
    for (const line of readFileSync(labelled, 'utf8').trim().split('\n')) {
      const posting = JSON.parse(line)
      const found = new Set(finder.find(posting).map(mention => mention.name))
      most = Math.max(most, found.size)
      const text = `${posting.title} ${posting.description}`.toLowerCase()
      for (const tag of posting.expected.skills ?? []) {
        const name = finder.canonical(tag)
        if (!name || !text.includes(tag.toLowerCase())) continue
        named++
        if (found.has(name)) right++
      }
    }
    expect(right / named).toBeGreaterThanOrEqual(0.85)
    expect(most).toBeLessThanOrEqual(70)
  })
})
