import { describe, expect, test } from 'vitest'
import type { ResumeLanguage } from '../../contract/resumes.ts'
import { readEducation } from './education.ts'
import { section } from './test-support/written.ts'

interface Case {
  name: string
  language: ResumeLanguage
  /** False: a text file, without sizes and places. */
  page?: boolean
  sketch: string
  expected: string[]
}

/** Layouts in which schools are printed, and what they say: school | degree | start..end. */
const LAYOUTS: Case[] = [
  {
    name: 'school, then degree and dates',
    language: 'en',
    sketch: `
**Ashcombe University** || Ashcombe, UK
_BSc (Hons) Marine Biology_ || Sep 2012 – Jul 2015
**Larch Hill Sixth Form College** || Truro, UK
_A-levels: Biology, Chemistry, French_ || 2010 – 2012`,
    expected: [
      'Ashcombe University | BSc (Hons) Marine Biology | 2012-09..2015-07',
      'Larch Hill Sixth Form College | A-levels: Biology, Chemistry, French | 2010..2012',
    ],
  },
  {
    name: 'degree, school, graduation',
    language: 'en',
    sketch: `
**Master of Public Health** || May 2019
Coldwater State University, Fargo, ND
  - GPA 3.8
**Bachelor of Science in Nursing** || May 2014
Prairie Lutheran College, Fargo, ND`,
    expected: [
      'Coldwater State University | Master of Public Health | ..2019-05',
      'Prairie Lutheran College | Bachelor of Science in Nursing | ..2014-05',
    ],
  },
  {
    name: 'one line',
    language: 'en',
    page: false,
    sketch: `
MSc Computer Science, TU Rosenheim, 2018 - 2020
BSc Computer Science, TU Rosenheim, 2015 - 2018`,
    expected: [
      'TU Rosenheim | MSc Computer Science | 2018..2020',
      'TU Rosenheim | BSc Computer Science | 2015..2018',
    ],
  },
  {
    name: 'dash and field',
    language: 'en',
    page: false,
    sketch: `
2010–2014  University of Wexham — B.A. History, First Class Honours
2008–2010  Wexham Grammar School — A-Levels`,
    expected: [
      'University of Wexham | B.A. History, First Class Honours | 2010..2014',
      'Wexham Grammar School | A-Levels | 2008..2010',
    ],
  },
  {
    name: 'degree in own cell',
    language: 'en',
    sketch: `
**PhD** || **Norwick University**, Linguistics || Oct 2015 – Mar 2020
  - Thesis: Vowels of the coast
**MA** || **Norwick University**, English Literature || Sep 2013 – Jun 2014`,
    expected: [
      'Norwick University | PhD, Linguistics | 2015-10..2020-03',
      'Norwick University | MA, English Literature | 2013-09..2014-06',
    ],
  },
  {
    name: 'degree and field on two lines',
    language: 'en',
    sketch: `
**Fairmont Community College**
Associate of Applied Science
Culinary Arts
2011 – 2013
**Eastlake High School**
High School Diploma
2011`,
    expected: [
      'Fairmont Community College | Associate of Applied Science, Culinary Arts | 2011..2013',
      'Eastlake High School | High School Diploma | ..2011',
    ],
  },
  {
    name: 'profile of a network',
    language: 'en',
    sketch: `
**University of Tallow**
Bachelor of Arts - BA, Political Science · (2010 - 2014)
**Brook Academy**
International Baccalaureate · (2008 - 2010)`,
    expected: [
      'University of Tallow | Bachelor of Arts - BA, Political Science | 2010..2014',
      'Brook Academy | International Baccalaureate | 2008..2010',
    ],
  },
  {
    name: 'deutsch',
    language: 'de',
    sketch: `
10/2012 – 09/2015 || **Master of Science Maschinenbau**, Technische Hochschule Neuburg
Note: 1,7; Masterarbeit: Getriebe für Windräder
10/2009 – 09/2012 || **Bachelor of Engineering**, Hochschule Altmühl
08/2000 – 06/2009 || **Abitur**, Johannes-Gymnasium, Neuburg`,
    expected: [
      'Technische Hochschule Neuburg | Master of Science Maschinenbau | 2012-10..2015-09',
      'Hochschule Altmühl | Bachelor of Engineering | 2009-10..2012-09',
      'Johannes-Gymnasium | Abitur | 2000-08..2009-06',
    ],
  },
  {
    name: 'deutsch: Ausbildung',
    language: 'de',
    sketch: `
09/2008 – 07/2011 || Ausbildung zur Industriekauffrau
Möbelwerke Sandhausen GmbH, Sandhausen
09/2002 – 07/2008 || Mittlere Reife
Realschule am Park, Wiesloch`,
    expected: [
      'Möbelwerke Sandhausen GmbH | Ausbildung zur Industriekauffrau | 2008-09..2011-07',
      'Realschule am Park | Mittlere Reife | 2002-09..2008-07',
    ],
  },
  {
    name: 'deutsch: Studium',
    language: 'de',
    page: false,
    sketch: `
10/2014 - 03/2018 Studium der Betriebswirtschaftslehre, Universität Hallstadt, Abschluss: Bachelor of Arts
09/2006 - 06/2014 Gymnasium Kronberg, Abschluss: Abitur`,
    expected: [
      'Universität Hallstadt | Bachelor of Arts, Studium der Betriebswirtschaftslehre | 2014-10..2018-03',
      'Gymnasium Kronberg | Abitur | 2006-09..2014-06',
    ],
  },
  {
    name: 'français',
    language: 'fr',
    sketch: `
**Master 2 Droit des affaires** || 2016 – 2018
Université de Valmont, Lille
**Licence de droit** || 2013 – 2016
Université de Valmont, Lille
**Baccalauréat ES, mention bien** || 2013
Lycée Jean-Perrin, Arras`,
    expected: [
      'Université de Valmont | Master 2 Droit des affaires | 2016..2018',
      'Université de Valmont | Licence de droit | 2013..2016',
      'Lycée Jean-Perrin | Baccalauréat ES, mention bien | ..2013',
    ],
  },
  {
    name: 'français: une ligne',
    language: 'fr',
    page: false,
    sketch: `
2012 - 2014 : BTS Comptabilité et gestion, Lycée Sainte-Claire, Angers
2012 : Baccalauréat STMG - Lycée Pasteur`,
    expected: [
      'Lycée Sainte-Claire | BTS Comptabilité et gestion | 2012..2014',
      'Lycée Pasteur | Baccalauréat STMG | ..2012',
    ],
  },
  {
    name: 'español',
    language: 'es',
    sketch: `
**Grado en Derecho** || 2012 – 2016
Universidad de Montalbán, Teruel
**Máster en Abogacía** || 2016 – 2018
Universidad de Montalbán, Teruel
**Bachillerato** || 2010 – 2012
IES Sierra Alta, Teruel`,
    expected: [
      'Universidad de Montalbán | Grado en Derecho | 2012..2016',
      'Universidad de Montalbán | Máster en Abogacía | 2016..2018',
      'IES Sierra Alta | Bachillerato | 2010..2012',
    ],
  },
  {
    name: 'español: centro primero',
    language: 'es',
    page: false,
    sketch: `
Universidad Politécnica de Arlanza
Ingeniería Informática
Septiembre de 2008 - Junio de 2013

IES Castillo Viejo
Técnico Superior en Administración de Sistemas
2006 - 2008`,
    expected: [
      'Universidad Politécnica de Arlanza | Ingeniería Informática | 2008-09..2013-06',
      'IES Castillo Viejo | Técnico Superior en Administración de Sistemas | 2006..2008',
    ],
  },
  {
    name: 'form',
    language: 'en',
    sketch: `
Dates || September 1999 – June 2003
Title of qualification awarded || Diploma in Agronomy
Name and type of organisation providing education and training || College of Agriculture Ludwell
Level in national or international classification || 5`,
    expected: ['College of Agriculture Ludwell | Diploma in Agronomy | 1999-09..2003-06'],
  },
  {
    name: 'expected',
    language: 'en',
    sketch: `
**University of Saltmarsh**, Bachelor of Arts in Economics || Expected May 2027
Relevant coursework: Econometrics, Game Theory`,
    expected: ['University of Saltmarsh | Bachelor of Arts in Economics | ..2027-05'],
  },
  {
    name: 'no dates',
    language: 'en',
    page: false,
    sketch: `
B.S. Mechanical Engineering, Tidewater Institute of Technology
Minor in Mathematics

M.B.A., Crestview University`,
    expected: [
      'Tidewater Institute of Technology | B.S. Mechanical Engineering | ..',
      'Crestview University | M.B.A. | ..',
    ],
  },
  {
    name: 'short',
    language: 'en',
    sketch: `
**Doctor of Pharmacy (Pharm.D.)**, May 2018
Westfork College of Pharmacy, Laramie, WY
**B.S. in Chemistry, magna cum laude**, May 2014
Laramie State University, Laramie, WY`,
    expected: [
      'Westfork College of Pharmacy | Doctor of Pharmacy (Pharm.D.) | ..2018-05',
      'Laramie State University | B.S. in Chemistry, magna cum laude | ..2014-05',
    ],
  },
  {
    name: 'short',
    language: 'en',
    page: false,
    sketch: `
Certificate III in Carpentry
Gumtree TAFE
Completed 2016

Year 12 Certificate
Wattle Creek High School
Completed 2013`,
    expected: [
      'Gumtree TAFE | Certificate III in Carpentry | ..2016',
      'Wattle Creek High School | Year 12 Certificate | ..2013',
    ],
  },
  {
    name: 'short',
    language: 'de',
    page: false,
    sketch: `
2009 – 2012 || Berufsausbildung zum Mechatroniker
Voss Fördertechnik GmbH, Celle
2003 – 2009 || Realschulabschluss
Realschule Westercelle, Celle`,
    expected: [
      'Voss Fördertechnik GmbH | Berufsausbildung zum Mechatroniker | 2009..2012',
      'Realschule Westercelle | Realschulabschluss | 2003..2009',
    ],
  },
  {
    name: 'short',
    language: 'fr',
    sketch: `
2014 – 2016 || **École Supérieure de Commerce de Brévanne**
Master Grande École, spécialité Finance
2011 – 2014 || **Université Paul-Riquet**
Licence d'économie`,
    expected: [
      'École Supérieure de Commerce de Brévanne | Master Grande École, spécialité Finance | 2014..2016',
      "Université Paul-Riquet | Licence d'économie | 2011..2014",
    ],
  },
  {
    name: 'short',
    language: 'es',
    page: false,
    sketch: `
2018 - 2020 | FP Grado Superior en Desarrollo de Aplicaciones Web | IES Monte Alto, Burgos
2016 - 2018 | Bachillerato Tecnológico | IES Monte Alto, Burgos`,
    expected: [
      'IES Monte Alto | FP Grado Superior en Desarrollo de Aplicaciones Web | 2018..2020',
      'IES Monte Alto | Bachillerato Tecnológico | 2016..2018',
    ],
  },
  {
    name: 'short',
    language: 'en',
    sketch: `
**Yarrow University**, Yarrow, OH || Aug. 2015 – May 2019
Bachelor of Business Administration in Accounting, GPA: 3.7/4.0
  - Dean's List`,
    expected: ['Yarrow University | Bachelor of Business Administration in Accounting | 2015-08..2019-05'],
  },
  {
    name: 'short',
    language: 'en',
    sketch: `
**M.Sc. Data Science** || 2020 – 2022
University of Lindholm || Lindholm, Sweden
Thesis: Forecasting of tides
**B.Sc. Mathematics** || 2017 – 2020
University of Lindholm || Lindholm, Sweden`,
    expected: [
      'University of Lindholm | M.Sc. Data Science | 2020..2022',
      'University of Lindholm | B.Sc. Mathematics | 2017..2020',
    ],
  },
  {
    name: 'short',
    language: 'de',
    sketch: `
**Universität Weserburg** || 10/2011 – 03/2017
Studium der Rechtswissenschaften, 1. Staatsexamen (8,2 Punkte)
**Humboldt-Gymnasium Vechta** || 08/2002 – 06/2011
Allgemeine Hochschulreife (Note: 1,9)`,
    expected: [
      'Universität Weserburg | Studium der Rechtswissenschaften, 1. Staatsexamen (8,2 Punkte) | 2011-10..2017-03',
      'Humboldt-Gymnasium Vechta | Allgemeine Hochschulreife | 2002-08..2011-06',
    ],
  },
  {
    name: 'marks behind the dates, and on a line of their own',
    language: 'en',
    sketch: `
Master of Accountancy, Larkfield College, Ruston, LA, May 2013, GPA 3.7
B.E. (Electronics), Montfort Technological University, 2009 – 2011, 78%
Bachelor of Science in Business Administration, Southern Parish University, New Orleans, LA, May 2008,
GPA 3.7`,
    expected: [
      'Larkfield College | Master of Accountancy | ..2013-05',
      'Montfort Technological University | B.E. (Electronics) | 2009..2011',
      'Southern Parish University | Bachelor of Science in Business Administration | ..2008-05',
    ],
  },
  {
    name: 'texts that wrap in a narrow column',
    language: 'en',
    sketch: `
**B.A. in Anthropology, Westmar**
**State University, Bristol (2018)**

**Master of Engineering, Civil**
**Engineering, Coldbrook College**
(06.2016)`,
    expected: [
      'Westmar State University | B.A. in Anthropology | ..2018',
      'Coldbrook College | Master of Engineering, Civil Engineering | ..2016-06',
    ],
  },
  {
    name: 'a table with names over its columns',
    language: 'en',
    sketch: `
**Year** || **Degree** || **Institution**
2008 – 2013 || MPharm Pharmacy || Aristotle University`,
    expected: ['Aristotle University | MPharm Pharmacy | 2008..2013'],
  },
  {
    name: 'a thesis behind the degree',
    language: 'en',
    sketch: `
**Larkfield University** || Oct 2017 – Jun 2021
Ph.D., Applied Mathematics. Thesis: Thin films on rotating bodies. Advisor: Prof. Lind`,
    expected: ['Larkfield University | Ph.D., Applied Mathematics | 2017-10..2021-06'],
  },
  {
    name: 'a trade learnt at a house, and a degree behind a label',
    language: 'de',
    sketch: `
09/2010 – 07/2013 || Ausbildung zur Fachangestellten
Praxis Dr. Winter, Lahr
10/2000 – 09/2006 || **Studium der Betriebswirtschaftslehre**
Universität zu Köln
Abschluss: Diplom-Kaufmann (Note 1,9)`,
    expected: [
      'Praxis Dr. Winter | Ausbildung zur Fachangestellten | 2010-09..2013-07',
      'Universität zu Köln | Diplom-Kaufmann, Studium der Betriebswirtschaftslehre | 2000-10..2006-09',
    ],
  },
  {
    name: 'exchange',
    language: 'en',
    sketch: `
BA Art History || Larkfield College || 2011 – 2015
Exchange semester || Università di Montefiore, Italy || 2013
A-Levels || Larkfield Grammar School || 2011`,
    expected: [
      'Larkfield College | BA Art History | 2011..2015',
      'Università di Montefiore | Exchange semester | ..2013',
      'Larkfield Grammar School | A-Levels | ..2011',
    ],
  },
]

describe('schools in many layouts', () => {
  test.each(LAYOUTS)('$name', ({ language, page, sketch, expected }) => {
    const read = readEducation([section('education', sketch, page ?? true)], {
      language,
      today: '2026-11-22',
    })
    expect(
      read.map(({ value }) => `${value.school} | ${value.degree} | ${value.start}..${value.end}`),
    ).toEqual(expected)
  })
})
