import { describe, expect, test } from 'vitest'
import { findMarks } from '../marks.ts'
import { readText } from '../text.ts'
import { findBenefits } from './benefits.ts'

function read(words: string): string {
  const text = readText('description', words)
  const marks = findMarks(text.lower)
  return findBenefits(text, marks.benefits, marks.offers)
    .map(({ value }) => value)
    .join(' ')
}

describe('under a heading', () => {
  const cases: [string, string][] = [
    ['Health insurance', 'health_insurance'],
    ['Medical, dental and vision insurance', 'health_insurance dental_insurance vision_insurance'],
    ['Dental', 'dental_insurance'],
    ['Life insurance and short-term disability', 'life_insurance disability_insurance'],
    ['401(k) with company match', 'retirement_plan'],
    ['Pension', 'retirement_plan'],
    ['Stock options', 'equity'],
    ['Equity in a growing company', 'equity'],
    ['Yearly bonus', 'bonus'],
    ['Uncapped commission', 'commission'],
    ['Signing bonus', 'sign_on_bonus'],
    ['Relocation support', 'relocation'],
    ['25 days of holiday', 'paid_time_off'],
    ['PTO', 'paid_time_off'],
    ['Unlimited vacation', 'unlimited_time_off'],
    ['Paid parental leave', 'parental_leave'],
    ['Sabbatical after five years', 'sabbatical'],
    ['Flexible working hours', 'flexible_hours'],
    ['4-day work week', 'four_day_week'],
    ['Learning budget of €1,000', 'learning_budget'],
    ['Tuition reimbursement', 'learning_budget'],
    ['Home office stipend', 'equipment_budget'],
    ['Your choice of laptop', 'equipment_budget'],
    ['Gym membership', 'wellness'],
    ['Free lunch', 'meals'],
    ['Cycle to work scheme', 'commuter'],
    ['Company car', 'company_car'],
    ['Childcare vouchers', 'childcare'],
    ['Mental health support', 'mental_health'],
    ['Dog-friendly office', 'pet_friendly'],
    ['Betriebliche Altersvorsorge', 'retirement_plan'],
    ['30 Tage Urlaub', 'paid_time_off'],
    ['Gleitzeit', 'flexible_hours'],
    ['JobRad', 'commuter'],
    ['Mutuelle', 'health_insurance'],
    ['Seguro médico', 'health_insurance'],
    ['Pensioenregeling', 'retirement_plan'],
  ]
  test.each(cases)('%s', (item, expected) => {
    expect(read(`Benefits\n- ${item}\n- A good team`)).toBe(expected)
    expect(read(`Your tasks\n- Plan\n\nWhat we offer:\n${item}\n\nHow to apply\nSend a mail.`)).toBe(expected)
  })
})

describe('in sentences', () => {
  const cases: [string, string][] = [
    [
      'We offer health insurance, a pension and a gym membership.',
      'health_insurance retirement_plan wellness',
    ],
    ['Salary: £40,000 plus bonus and pension', 'bonus retirement_plan'],
    ['Acme | Engineer | $150k + equity', 'equity'],
    ['Benefits include unlimited PTO and dental.', 'unlimited_time_off dental_insurance'],
    ['Wir bieten dir 30 Tage Urlaub und ein Jobticket.', 'paid_time_off commuter'],
    ['Nous offrons des titres-restaurant et une mutuelle.', 'meals health_insurance'],
    ['We do not offer relocation.', ''],
    ['Relocation is not provided.', ''],
    ['You work for a health insurance company.', ''],
    ['We sell 401k products to small firms.', ''],
    ['We build childcare software.', ''],
    ['Our dental software is used in 3,000 practices.', ''],
    ['Experience with pension funds', ''],
    ['A private equity firm in London', ''],
    ['Diversity, equity and inclusion matter to us.', ''],
    ['Bonus points if you know Go.', ''],
    ['Knowledge of Rust is a bonus.', ''],
    ['The European Commission funds us.', ''],
    ['Our vision is a world without waste.', ''],
    ['You treat patients in mental health services.', ''],
    ['Maternity cover for twelve months', ''],
    ['Able to drive a company car', ''],
    ['Manage the training budget of the department', ''],
    ['We rent holiday homes.', ''],
    ['Process payroll and PTO requests', ''],
    ['Applicants of any disability are welcome.', ''],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(read(`Acme makes things.\n${text}\nThank you.`)).toBe(expected)
  })
})

test('a section ends at the next heading', () => {
  expect(
    read('Benefits\n- Pension\n\nResponsibilities\n- Plan relocation of machines\n- Snacks for the fair'),
  ).toBe('retirement_plan')
})

test('each benefit once, in order of first mention', () => {
  expect(read('Perks\n- Gym\n- Pension\n- Gym membership\n- Pension plan')).toBe('wellness retirement_plan')
})
