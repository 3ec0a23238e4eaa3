import { describe, expect, test } from 'vitest'
import { findMarks } from '../marks.ts'
import { readText } from '../text.ts'
import { findEducation } from './education.ts'

function read(description: string) {
  const text = readText('description', description)
  return findEducation(text, findMarks(text.lower).education)
}

describe('the lowest level that is enough', () => {
  const cases: [string, string | null][] = [
    ["Bachelor's degree in Computer Science", 'bachelor'],
    ['Bachelor’s degree or equivalent experience', 'bachelor'],
    ['Bachelors or Masters degree in a technical field', 'bachelor'],
    ['BSc or MSc in Physics', 'bachelor'],
    ['BS/MS in Mathematics', 'bachelor'],
    ['B.A. or B.S. in Communications', 'bachelor'],
    ['BA degree in English', 'bachelor'],
    ['Education: Bachelors', 'bachelor'],
    ['A degree in engineering', 'bachelor'],
    ['University degree in a relevant field', 'bachelor'],
    ['Educated to degree level', 'bachelor'],
    ['Four-year degree required', 'bachelor'],
    ["Master's degree in Data Science", 'master'],
    ['MSc in Statistics required', 'master'],
    ['MBA required', 'master'],
    ['MS/PhD in statistics', 'master'],
    ["Master's or PhD in Economics", 'master'],
    ['Advanced degree in a quantitative field', 'master'],
    ['PhD in Chemistry', 'doctorate'],
    ['Ph.D. required', 'doctorate'],
    ['Doctorate in Pharmacy', 'doctorate'],
    ["Associate's degree in Nursing", 'vocational'],
    ['NVQ Level 3 in Childcare', 'vocational'],
    ['HND in Mechanical Engineering', 'vocational'],
    ['High school diploma or GED', 'secondary'],
    ['High School Diploma required, Bachelor’s degree preferred', 'secondary'],
    ['GCSEs in Maths and English', 'secondary'],
    ['No degree required', 'none'],
    ['No formal qualifications needed', 'none'],
    ['A degree is not required', 'none'],
    ["You don't need a degree to work here", 'none'],
    ['We hire regardless of degree', 'none'],
    ['Abgeschlossenes Studium der Informatik', 'bachelor'],
    ['Abgeschlossene Berufsausbildung im Handwerk', 'vocational'],
    ['Eine abgeschlossene kaufmännische Ausbildung', 'vocational'],
    ['Bac+5 en informatique', 'master'],
    ['Diplôme de niveau Bac +3', 'bachelor'],
    ['Titulación universitaria en Derecho', 'bachelor'],
    ['Hbo werk- en denkniveau', 'bachelor'],
    ['Mbo-opleiding in de techniek', 'vocational'],
  ]
  test.each(cases)('%s', (text, level) => {
    expect(read(`What you bring\n- ${text}\n- Patience`)?.value ?? null).toBe(level)
  })
})

describe('no demand', () => {
  test.each([
    'Master Data specialist',
    'Certified Scrum Master',
    'Merge into the master branch',
    'Join a team of PhD researchers',
    'You will work with our PhD team members',
    'A finely tuned BS detector',
    'MS Office and MS SQL Server',
    'Our office in Boston, MA or Chicago',
    'A high degree of autonomy',
    '360 degree feedback',
    'Ovens of 200 degrees Celsius',
    'Highly educated colleagues',
    'We offer a free bachelor programme to our drivers',
    'Manage degree programmes and admissions',
    'High school students are our customers',
    'Master the craft of baking',
    'Our founders hold PhDs from Delft',
    'The promotion of our brand',
    'Plan bachelor party trips',
  ])('%s', text => {
    expect(read(text)).toBeNull()
  })
})

test('a wish is less sure than a demand', () => {
  expect(read("Master's degree preferred")?.confidence).toBeLessThan(0.7)
  expect(read("Bachelor's or Master's degree preferred")?.confidence).toBeLessThan(0.7)
  expect(read("Nice to have:\n- Bachelor's degree")?.confidence).toBeLessThan(0.7)
  expect(read("Bachelor's degree required, MBA a plus")).toMatchObject({ value: 'bachelor', confidence: 0.9 })
})

test('the quote stands at its offset', () => {
  const text = 'Sal\u200bary.\n– Ba\u00adchelor’s degree in law'
  const found = read(text)
  const start = found?.start ?? -1
  expect(text.slice(start, start + (found?.quote ?? '').length)).toBe('Ba\u00adchelor’s degree')
})
