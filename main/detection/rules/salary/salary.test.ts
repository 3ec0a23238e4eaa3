import { describe, expect, test } from 'vitest'
import { createDetector } from '../detect.ts'

const detect = createDetector({ places: null, skills: null })

type Expected = [low: number | null, high: number | null, currency: string | null, period: string | null]

function payOf(text: string, country: string | null = null, title = ''): Expected {
  const { facts } = detect({
    title,
    company: '',
    location_text: '',
    description: text,
    board_country: country,
  })
  return [facts.salary_low, facts.salary_high, facts.compensation_currency, facts.salary_period]
}

const NOTHING: Expected = [null, null, null, null]

describe('ranges and single amounts', () => {
  const cases: [string, Expected, string?][] = [
    ['Salary: $90,000 - $120,000 per year', [90_000, 120_000, 'USD', 'year']],
    ['Salary: $90,000 – $120,000 a year', [90_000, 120_000, 'USD', 'year']],
    ['The pay range is $90,000.00 to $120,000.00 annually.', [90_000, 120_000, 'USD', 'year']],
    ['The base salary range for this role is $150,000—$190,000 USD', [150_000, 190_000, 'USD', 'year']],
    ['Compensation: $120k-$150k', [120_000, 150_000, 'USD', 'year']],
    ['Compensation: $120-150k', [120_000, 150_000, 'USD', 'year']],
    ['We pay between $100k and $130k base.', [100_000, 130_000, 'USD', 'year']],
    ['Salary £45 - 65k', [45_000, 65_000, 'GBP', 'year']],
    ['£70-85,000 salary', [70_000, 85_000, 'GBP', 'year']],
    ['Salary: £45,000', [45_000, 45_000, 'GBP', 'year']],
    ['Salary: up to £85,000 per annum', [null, 85_000, 'GBP', 'year']],
    ['Salary up to $130K', [null, 130_000, 'USD', 'year']],
    ['Salary from £40,000 per annum', [40_000, null, 'GBP', 'year']],
    ['Salary: £100,000+', [100_000, null, 'GBP', 'year']],
    ['Salary: £70,000 – £100,000+ (negotiable)', [70_000, 100_000, 'GBP', 'year']],
    ['Salary: From £60,000 to £70,000 per annum', [60_000, 70_000, 'GBP', 'year']],
    ['Base pay: $100,000- $75,000', [75_000, 100_000, 'USD', 'year']],
    ['Salary min: 160000\nSalary max: 185000', [160_000, 185_000, null, 'year']],
    ['minimumSalary: 40000\nmaximumSalary: 50000\ncurrency: GBP', [40_000, 50_000, 'GBP', 'year']],
    ['Base salary: USD 230000 - 275000 per YEAR', [230_000, 275_000, 'USD', 'year']],
    ['Salary: 115000 - 130000 EUR per year', [115_000, 130_000, 'EUR', 'year']],
    ['Salary: $1,250,000 per year', [1_250_000, 1_250_000, 'USD', 'year']],
    ['Salary\n$85,000 - $95,000', [85_000, 95_000, 'USD', 'year']],
    ['**Salary Range**\n\n$85,000 to $95,000', [85_000, 95_000, 'USD', 'year']],
    [
      'Acme | Backend Engineer | Remote | $140k–$180k + equity | acme.example',
      [140_000, 180_000, 'USD', 'year'],
    ],
    ['Acme | Engineers | REMOTE | 70-120k +equity', [70_000, 120_000, null, 'year']],
    ['The salary for this position will be in the region of £38k.', [38_000, 38_000, 'GBP', 'year']],
    ['Salary: c. £38,500 depending on experience', [38_500, 38_500, 'GBP', 'year']],
    ['We offer $95k/yr for this role', [95_000, 95_000, 'USD', 'year']],
    ['Salary starts at $55,000 and rises with experience', [55_000, null, 'USD', 'year']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text)).toEqual(expected)
  })
})

describe('periods', () => {
  const cases: [string, Expected][] = [
    ['Pay: $22.00 - $40.00/hour', [22, 40, 'USD', 'hour']],
    ['$25/hr', [25, 25, 'USD', 'hour']],
    ['Pay: $18.50 per hour', [18.5, 18.5, 'USD', 'hour']],
    ['Hourly rate: $45 - $60', [45, 60, 'USD', 'hour']],
    ['Pay Range: $60 - $70 hourly', [60, 70, 'USD', 'hour']],
    ['Salary: $7.50 an hour', [7.5, 7.5, 'USD', 'hour']],
    ['Salary: £750 per day', [750, 750, 'GBP', 'day']],
    ['£400 - £500 per day inside IR35', [400, 500, 'GBP', 'day']],
    ['Day rate: £550', [550, 550, 'GBP', 'day']],
    ['Day rate of £550, invoiced monthly in arrears', [550, 550, 'GBP', 'day']],
    ['Salary: £52,000, payable monthly', [52_000, 52_000, 'GBP', 'year']],
    ['Rate: £500pd', [500, 500, 'GBP', 'day']],
    ['Salary: $1,200 per week', [1_200, 1_200, 'USD', 'week']],
    ['Pay: £650 - £700 weekly', [650, 700, 'GBP', 'week']],
    ['Earn $2,400/week as a travel nurse', [2_400, 2_400, 'USD', 'week']],
    ['Salary: $4,800 - $5,800 a month', [4_800, 5_800, 'USD', 'month']],
    ['Salary: 3750 - 5250 EUR per month', [3_750, 5_250, 'EUR', 'month']],
    ['Monthly salary: €3,200', [3_200, 3_200, 'EUR', 'month']],
    ['Salary £2,500 pcm', [2_500, 2_500, 'GBP', 'month']],
    ['Salary: £30,000 p.a.', [30_000, 30_000, 'GBP', 'year']],
    ['HGV Driver £38,000 - £41,800 PA salary', [38_000, 41_800, 'GBP', 'year']],
    ['Salary: £24,000 per annum pro rata', [24_000, 24_000, 'GBP', 'year']],
    ['Annual salary: $62,000', [62_000, 62_000, 'USD', 'year']],
    ['Salary: £45,000 plus 25 days holiday per year', [45_000, 45_000, 'GBP', 'year']],
    [
      'The annual base compensation range for this position is $80,000 to $90,000.',
      [80_000, 90_000, 'USD', 'year'],
    ],
    ['Salary: €80.00 - €90.00 per hour', [80, 90, 'EUR', 'hour']],
    ['$70,000/yr - $90,000/yr base salary', [70_000, 90_000, 'USD', 'year']],
    ['£30,000 per year to £35,000 per year', [30_000, 35_000, 'GBP', 'year']],
    ['Pay: $1,500 bi-weekly', [1_500, 1_500, 'USD', null]],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text)).toEqual(expected)
  })
})

describe('currencies', () => {
  const cases: [string, string | null, Expected][] = [
    ['Salary: $90,000 - $110,000', 'CA', [90_000, 110_000, 'CAD', 'year']],
    ['Salary: $90,000 - $110,000', 'AU', [90_000, 110_000, 'AUD', 'year']],
    ['Salary: $90,000 - $110,000', 'NZ', [90_000, 110_000, 'NZD', 'year']],
    ['Salary: $5,000 - $7,000 a month', 'SG', [5_000, 7_000, 'SGD', 'month']],
    ['Salary: $30,000 - $40,000 per month', 'HK', [30_000, 40_000, 'HKD', 'month']],
    ['Salary: $90,000 - $110,000', 'US', [90_000, 110_000, 'USD', 'year']],
    ['Salary: $90,000 - $110,000', 'DE', [90_000, 110_000, 'USD', 'year']],
    ['Salary: $90,000 - $105,000 CAD', null, [90_000, 105_000, 'CAD', 'year']],
    ['Salary: CAD $90,000 - $105,000', null, [90_000, 105_000, 'CAD', 'year']],
    ['Salary: CA$120K – CA$150K', null, [120_000, 150_000, 'CAD', 'year']],
    ['Salary: AUD$90,000 - AUD$115,000 per annum', null, [90_000, 115_000, 'AUD', 'year']],
    ['Salary: A$120,000 + super', null, [120_000, 120_000, 'AUD', 'year']],
    ['Salary: US$100,000 - US$120,000', 'CA', [100_000, 120_000, 'USD', 'year']],
    ['Salary: S$6,000 per month', null, [6_000, 6_000, 'SGD', 'month']],
    ['Salary: 45 000 kr per month', 'SE', [45_000, 45_000, 'SEK', 'month']],
    ['Salary: 55 000 kr per month', 'NO', [55_000, 55_000, 'NOK', 'month']],
    ['Salary: 42.000 kr. per month', 'DK', [42_000, 42_000, 'DKK', 'month']],
    ['Salary: SEK 45,000 - 55,000 per month', null, [45_000, 55_000, 'SEK', 'month']],
    ["Salary: CHF 95'000 - 110'000 per year", null, [95_000, 110_000, 'CHF', 'year']],
    ["Salary: 95'000 CHF", null, [95_000, 95_000, 'CHF', 'year']],
    ['Lohn: Fr. 6500.- pro Monat', 'CH', [6_500, 6_500, 'CHF', 'month']],
    ['Salary: ¥6,000,000 - ¥9,000,000 per year', 'JP', [6_000_000, 9_000_000, 'JPY', 'year']],
    ['Salary: 6M - 9M JPY annually', null, [6_000_000, 9_000_000, 'JPY', 'year']],
    ['Salary: ¥25,000 - ¥40,000 per month', 'CN', [25_000, 40_000, 'CNY', 'month']],
    ['Salary: R35 000 per month', 'ZA', [35_000, 35_000, 'ZAR', 'month']],
    ['Salary: RM 5,000 - RM 7,000 per month', null, [5_000, 7_000, 'MYR', 'month']],
    ['Salary: R$ 8.000,00 por mês', null, [8_000, 8_000, 'BRL', 'month']],
    ['Mzda: 45 000 – 55 000 Kč', null, [45_000, 55_000, 'CZK', 'month']],
    ['- 8.1k–9.5k PLN brutto/m (Umowa o pracę)', null, [8_100, 9_500, 'PLN', 'month']],
    ['b2b: 12000 - 22000 pln', null, [12_000, 22_000, 'PLN', 'month']],
    ['Salary: 15000000 - 25000000 VND per month', null, [15_000_000, 25_000_000, 'VND', 'month']],
    ['A salary of around 50-60k', 'DE', [50_000, 60_000, 'EUR', 'year']],
    ['A salary of around 50-60k', null, [50_000, 60_000, null, 'year']],
    ['Salary: €60,000', 'GB', [60_000, 60_000, 'EUR', 'year']],
    ['Salary: 60k€ - 75k€', null, [60_000, 75_000, 'EUR', 'year']],
    ['Salary: 55K EUR', null, [55_000, 55_000, 'EUR', 'year']],
    ['Salary: 10,000 AED per month', null, [10_000, 10_000, 'AED', 'month']],
  ]
  test.each(cases)('%s in %s', (text, country, expected) => {
    expect(payOf(text, country)).toEqual(expected)
  })
})

describe('ways of writing seen on job boards', () => {
  const cases: [string, Expected][] = [
    ['$60,000.00/yr - $80,000.00/yr', [60_000, 80_000, 'USD', 'year']],
    ['$45-$55/hr C2C', [45, 55, 'USD', 'hour']],
    ['Rate: $65/hr on W2', [65, 65, 'USD', 'hour']],
    ['Salary: 55 USD/hr', [55, 55, 'USD', 'hour']],
    ['Pay rate: $30.00 - $35.00 /hr', [30, 35, 'USD', 'hour']],
    ['Compensation: $19.50 - $21.50 Hourly', [19.5, 21.5, 'USD', 'hour']],
    ['Hiring Range: $73,000 - $95,000', [73_000, 95_000, 'USD', 'year']],
    ['Salary: $88,621 - $115,213 Per Year', [88_621, 115_213, 'USD', 'year']],
    ['US Salary Range\n\n$117,000—$175,500 USD', [117_000, 175_500, 'USD', 'year']],
    [
      'The pay range for this role is:\n180,000 - 230,000 USD per year (Remote)',
      [180_000, 230_000, 'USD', 'year'],
    ],
    [
      'A reasonable estimate of the range is between $100,000 and $150,000.',
      [100_000, 150_000, 'USD', 'year'],
    ],
    ['The salary range is 65,000 to 85,000 USD', [65_000, 85_000, 'USD', 'year']],
    ['Salary range - $70,000 - $80,000', [70_000, 80_000, 'USD', 'year']],
    ['Salary Range: 90K - 110K', [90_000, 110_000, null, 'year']],
    ['Salary: £50K-£60K DOE', [50_000, 60_000, 'GBP', 'year']],
    ['Acme | Rust | Remote (EU) | €60-80k | Full-time', [60_000, 80_000, 'EUR', 'year']],
    ['Acme | Rust | Remote | USD 120-150k | Full-time', [120_000, 150_000, 'USD', 'year']],
    ['Acme | Rust | Remote | 120k-150k USD', [120_000, 150_000, 'USD', 'year']],
    ['Acme | NYC | $150k-$200k + 0.5-1.5% | Onsite', [150_000, 200_000, 'USD', 'year']],
    ['Starting pay: $17/hr', [17, 17, 'USD', 'hour']],
    ['Pays $20-22/hour', [20, 22, 'USD', 'hour']],
    ['Salary: $130-150K/year', [130_000, 150_000, 'USD', 'year']],
    ['Salary: NOK 650 000 – 800 000', [650_000, 800_000, 'NOK', 'year']],
    ['Salary: 50.000-60.000 CZK', [50_000, 60_000, 'CZK', 'month']],
    ['16 000 - 20 000 PLN net/month (B2B)', [16_000, 20_000, 'PLN', 'month']],
    ['Stawka: 110–140 PLN/h', [110, 140, 'PLN', 'hour']],
    ['Salaris tussen €3.000,- en €4.500,- bruto per maand', [3_000, 4_500, 'EUR', 'month']],
    ['Gehalt ab 3.000,00 € brutto/Monat', [3_000, null, 'EUR', 'month']],
    ['Gehalt: 55.000€ - 70.000€ p.a.', [55_000, 70_000, 'EUR', 'year']],
    ['Gehaltsband: 60 - 80 TEUR', [60_000, 80_000, 'EUR', 'year']],
    ['Fixe : 35 K€', [35_000, 35_000, 'EUR', 'year']],
    ['entre 32 000 et 38 000 euros bruts annuels', [32_000, 38_000, 'EUR', 'year']],
    ['Salaire : 1 800 € net / mois', [1_800, 1_800, 'EUR', 'month']],
    ['Salaire : 27K à 32K€', [27_000, 32_000, 'EUR', 'year']],
    ['Salario: 18.000€-24.000€ Bruto/año', [18_000, 24_000, 'EUR', 'year']],
    ['Bruto anual: 22.000€', [22_000, 22_000, 'EUR', 'year']],
    ['Salario: 35-45K €', [35_000, 45_000, 'EUR', 'year']],
    ['Gaji: Rp 8.000.000 – Rp 12.000.000 per month', [8_000_000, 12_000_000, 'IDR', 'month']],
    ['Salary: Php 30,000 - 40,000', [30_000, 40_000, 'PHP', 'month']],
    ['Salary: KSh 80,000 per month', [80_000, 80_000, 'KES', 'month']],
    ['Pay: £12.21 per hour', [12.21, 12.21, 'GBP', 'hour']],
    ['Wage: $1,000 - $1,500/wk', [1_000, 1_500, 'USD', 'week']],
    ['Pay: $0.60 per mile', NOTHING],
    ['Salary: $85,000-$105,000 (depending on location)', [85_000, 105_000, 'USD', 'year']],
    ['Salary: 80,000', [80_000, 80_000, null, 'year']],
    ['Salary: 450-500 P/D', [450, 500, null, 'day']],
    ['Acme (YC W21) | Founding Engineer | SF | (150k-190k) + 0.5%', [150_000, 190_000, null, 'year']],
    ['Acme | Engineer | NYC | $100K+', [100_000, null, 'USD', 'year']],
    ['We can pay up to $60/hr', [null, 60, 'USD', 'hour']],
    ['Minimum: $55,000 Maximum: $75,000', [55_000, 75_000, 'USD', 'year']],
    ['Hourly: $15.50', [15.5, 15.5, 'USD', 'hour']],
    ['Bruto maandsalaris van max. € 5.500,- (schaal 11)', [null, 5_500, 'EUR', 'month']],
    ['Lön: 35 000 - 45 000 SEK/mån', [35_000, 45_000, 'SEK', 'month']],
    ['£26.50ph umbrella', [26.5, 26.5, 'GBP', 'hour']],
    ['Our platform processes $5 billion a year. $90-110k.', [90_000, 110_000, 'USD', 'year']],
    ['With $4M ARR we are paying $130k-$160k.', [130_000, 160_000, 'USD', 'year']],
    ['Salary:$120,000-$140,000/yr+bonus', [120_000, 140_000, 'USD', 'year']],
    ['USD $4,500.00/Mo. - USD $5,500.00/Mo.', [4_500, 5_500, 'USD', 'month']],
    ['Salary: Rs 3,00,000 - 5,00,000 P.A.', [300_000, 500_000, 'INR', 'year']],
    ['CTC - 10 LPA to 18 LPA', [1_000_000, 1_800_000, 'INR', 'year']],
    ['Salary : 20-25 triệu VND', [20_000_000, 25_000_000, 'VND', 'month']],
    ['Loan officers originating $500,000 - $750,000 mortgages', NOTHING],
    ['Job ID: 120000-130000', NOTHING],
    ['The course costs £2,500', NOTHING],
    ['Budget: $50,000 - $80,000 project', NOTHING],
    ['Salary: 0', NOTHING],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text)).toEqual(expected)
  })
})

describe('lakh and crore', () => {
  const cases: [string, Expected][] = [
    ['CTC: 12-15 LPA', [1_200_000, 1_500_000, 'INR', 'year']],
    ['Salary: 8 - 12 Lakhs per annum', [800_000, 1_200_000, 'INR', 'year']],
    ['Salary: ₹6,00,000 - ₹9,00,000 a year', [600_000, 900_000, 'INR', 'year']],
    ['Salary: ₹12,50,000 per annum', [1_250_000, 1_250_000, 'INR', 'year']],
    ['Package: 4.5 lakh', [450_000, 450_000, 'INR', 'year']],
    ['Salary: Rs. 25,000 - Rs. 35,000 per month', [25_000, 35_000, 'INR', 'month']],
    ['Salary: INR 18-24 LPA', [1_800_000, 2_400_000, 'INR', 'year']],
    ['Salary: 1.2 Cr per annum', [12_000_000, 12_000_000, 'INR', 'year']],
    ['Salary per annum (INR): 1000000 - 1500000', [1_000_000, 1_500_000, 'INR', 'year']],
    ['Salary per annum (INR): up to 300000', [null, 300_000, 'INR', 'year']],
    ['upto 20 LPA salary', [null, 2_000_000, 'INR', 'year']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text)).toEqual(expected)
  })
})

describe('other languages', () => {
  const cases: [string, Expected][] = [
    ['Gehalt: 45.000 EUR', [45_000, 45_000, 'EUR', 'year']],
    ['Jahresgehalt zwischen 55.000 € und 65.000 €', [55_000, 65_000, 'EUR', 'year']],
    ['Bruttojahresgehalt ab 48.000 Euro', [48_000, null, 'EUR', 'year']],
    ['Gehalt: 3.200 bis 3.800 Euro brutto im Monat', [3_200, 3_800, 'EUR', 'month']],
    ['Stundenlohn: 14,50 €', [14.5, 14.5, 'EUR', 'hour']],
    ['Vergütung von 15,80 €/Std.', [15.8, 15.8, 'EUR', 'hour']],
    ['Monatsgehalt bis zu 4.500 € brutto', [null, 4_500, 'EUR', 'month']],
    ['Salaire : 38 000 € à 45 000 € brut annuel', [38_000, 45_000, 'EUR', 'year']],
    ['Rémunération : 40-45 K€', [40_000, 45_000, 'EUR', 'year']],
    ['Salaire : 2 200 € brut par mois', [2_200, 2_200, 'EUR', 'month']],
    ['Salaire entre 35k€ et 42k€ selon profil', [35_000, 42_000, 'EUR', 'year']],
    ['TJM : 450 €', [450, 450, 'EUR', 'day']],
    ["Taux horaire : 12,31 € de l'heure", [12.31, 12.31, 'EUR', 'hour']],
    ['Salario: 30.000 - 36.000 € brutos anuales', [30_000, 36_000, 'EUR', 'year']],
    ['Salario entre 1.800 y 2.100 euros al mes', [1_800, 2_100, 'EUR', 'month']],
    ['Retribución: 28.000€ b/a', [28_000, 28_000, 'EUR', 'year']],
    ['Sueldo: $25,000 pesos mensuales', [25_000, 25_000, 'MXN', 'month']],
    ['Salaris: € 3.200 - € 4.500 bruto per maand', [3_200, 4_500, 'EUR', 'month']],
    ['Een salaris tussen de €2800 en €3500 per maand', [2_800, 3_500, 'EUR', 'month']],
    ['Uurloon: € 16,50', [16.5, 16.5, 'EUR', 'hour']],
    ['RAL: 35.000 - 42.000 €', [35_000, 42_000, 'EUR', 'year']],
    ['Retribuzione lorda annua da 30.000 a 35.000 euro', [30_000, 35_000, 'EUR', 'year']],
    ['Stipendio: 1.500 € al mese', [1_500, 1_500, 'EUR', 'month']],
    ['Wynagrodzenie: 10 000 - 14 000 PLN brutto miesięcznie', [10_000, 14_000, 'PLN', 'month']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text, text.includes('pesos') ? 'MX' : null)).toEqual(expected)
  })
})

describe('what is not pay', () => {
  const cases = [
    'Sign-on bonus of $10,000',
    '$5,000 sign-on bonus for new joiners',
    'Annual bonus up to $20,000',
    'Refer a friend and get a $50 gift card',
    'You will manage a $2M portfolio',
    'You will own an advertising budget of $500,000 per year',
    'We raised $14M in Series A funding from great investors',
    'We have just closed a $2m funding round',
    "We're disrupting the $130 billion corporate training market",
    'building a $200B+ company',
    'Our revenue grew to $45,000,000 last year',
    '401(k) with match up to $5,000',
    'Gym ($100/month), Food ($15/day), Travel ($200/month)',
    '$1,500 annual learning budget',
    '$500 home office stipend',
    'A yearly training allowance of €2,000',
    'We serve more than 40,000 companies and 150,000 engineers',
    'Over 7,000 B2B customers and backed by €100 million in recent financing',
    'Call us on +1 415 555 0100 or 020 7946 0000',
    'Founded in 1998, 2019-2021 we grew a lot',
    'Apply before 20/8/2018 or 21.3.2025',
    'Equity: 0.5% - 1.5%',
    'You will work 35-40 hours per week',
    '10,000 daily active users',
    'Salary: competitive',
    'Salary: £negotiable + bonus/pension c.£6,150',
    'identify inefficiencies, including $0.00 invoices',
    'customers pay out $15K per month to engineers working remotely',
    'Relocation package of up to £8,000',
    'Health insurance with a $250 deductible',
    'We have paid $3,000,000 to creators',
    'average deal size of $50,000',
    'carry a quota of $1,200,000',
    'Life insurance worth $50,000',
    'We donate $10,000 to charity each year',
    'version 3.10, ISO 27001, RFC 2616, 8.1.2',
    'Tuition reimbursement up to $5,250 per year',
    'Wöchentlich 38,5 Stunden, 30 Urlaubstage',
    '30 days of holiday, 5 weeks, 100% health coverage',
    'Windows 2000, Office 365, S/4HANA 2023',
    'processing 2,000,000 transactions per day worth $40,000,000',
    'Zip code 94105, building 12000',
    'Wir haben 2023 einen Umsatz von 45.000.000 € erzielt',
    'Tickets restaurant de 9 € par jour',
    'your clients spend $20k to $50k per month on ads',
    'We manage over $90,000 - $120,000 in ad spend',
    'Company size: 11-50',
    'Travel up to 50%',
    'We have raised over $70 million in funding from investors',
    'a unicorn valued at $1.5 billion',
    'helping customers save $1,000 per month',
    'Win a $10,000 prize',
    'Fortune 500 clients, 24/7 support, 365 days',
    'with >£80m AUM we are the largest fund',
    'managing $20-30k of monthly ad spend',
    'Employee discounts worth up to $200',
    'a population of 300 000 people',
    'Reference number: 4711-2024',
    'Sponsored courses up to £500 each year',
    'Our average customer pays $30 - $50 per month',
    '£12 billion pension fund',
    'Serving 15,000 - 20,000 restaurants',
    'Team of 20-30k people worldwide',
    'Free lunch up to $15 per day',
    'Salary sacrifice pension, 5% of salary',
    '[phone] | 2024-11-03 10:30 - 12:45',
  ]
  test.each(cases)('%s', text => {
    expect(payOf(text)).toEqual(NOTHING)
  })
})

describe('several amounts', () => {
  const cases: [string, Expected][] = [
    ['Base salary: $100,000 - $120,000\nOTE: $180,000 - $200,000', [100_000, 120_000, 'USD', 'year']],
    ['Salary: £28,000 (OTE £40,000)', [28_000, 28_000, 'GBP', 'year']],
    ['Salary: £100k OTE, £60k base', [60_000, 60_000, 'GBP', 'year']],
    ['$110,000–$130,000 base, $150,000–$170,000 OTE', [110_000, 130_000, 'USD', 'year']],
    ['Pay: $20/hr plus commission, top performers earn $80,000 - $120,000 per year', [20, 20, 'USD', 'hour']],
    ['Salaire fixe 30-35K€ + variable 10K€', [30_000, 35_000, 'EUR', 'year']],
    ['OTE: $180,000 - $200,000', [180_000, 200_000, 'USD', 'year']],
    ['Base salary $120,000 plus a sign-on bonus of $20,000', [120_000, 120_000, 'USD', 'year']],
    ['Salary £45,000 + bonus up to £10,000', [45_000, 45_000, 'GBP', 'year']],
    [
      'New York: base salary $150,000 - $180,000\nElsewhere: base salary $130,000 - $160,000',
      [130_000, 180_000, 'USD', 'year'],
    ],
    ['Junior salary: £30,000 - £35,000\nSenior salary: £45,000 - £60,000', [30_000, 60_000, 'GBP', 'year']],
    [
      'We raised $30M. Salary: $140,000 - $170,000. You manage a budget of $2,000,000.',
      [140_000, 170_000, 'USD', 'year'],
    ],
    ['Salary: €50.000 - €60.000 plus €2.000 learning budget', [50_000, 60_000, 'EUR', 'year']],
    [
      'Base salary $120,000 - $140,000; total compensation $180,000 - $220,000',
      [120_000, 140_000, 'USD', 'year'],
    ],
    ['Salary $55K-$70K. 401(k) match up to 4%. $1,000 referral bonus.', [55_000, 70_000, 'USD', 'year']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text)).toEqual(expected)
  })

  test('says how many statements were joined', () => {
    const detection = detect({
      title: '',
      company: '',
      location_text: '',
      description: 'Junior salary: £30,000 - £35,000\nSenior salary: £45,000 - £60,000',
    })
    expect(detection.evidence.salary_high?.note).toBe('widest of 2 statements of pay')
  })
})

describe('pay in the title', () => {
  const cases: [string, Expected][] = [
    ['HGV Class 1 Driver | £38,000 - £41,800 PA', [38_000, 41_800, 'GBP', 'year']],
    ['Data Scientist - £400 - £500 per day', [400, 500, 'GBP', 'day']],
    ['Data Architect £750/day Inside IR35', [750, 750, 'GBP', 'day']],
    ['Python Developer 60k-70k EUR', [60_000, 70_000, 'EUR', 'year']],
    ['Engineer (ref 20456) 2026', NOTHING],
    ['Consultant S/4HANA 2023', NOTHING],
    ['Sales Manager - $5M territory', NOTHING],
  ]
  test.each(cases)('%s', (title, expected) => {
    expect(payOf('', null, title)).toEqual(expected)
  })
})

describe('pay in words', () => {
  const cases: [string, string | null][] = [
    ['We offer a competitive salary and equity.', 'competitive salary'],
    ['Salary: Negotiable', 'Salary: Negotiable'],
    ['Compensation: DOE', 'Compensation: DOE'],
    ['Wir bieten ein attraktives Gehalt.', 'attraktives Gehalt'],
    ['Salaire selon profil', 'Salaire selon profil'],
    ['Een marktconform salaris', 'marktconform salaris'],
    ['Salario competitivo', 'Salario competitivo'],
    ['Salary: £45,000, competitive', null],
    ['We are a competitive team', null],
    ['', null],
  ]
  test.each(cases)('%s', (text, expected) => {
    const detection = detect({ title: '', company: '', location_text: '', description: text })
    expect(detection.salary_words).toBe(expected)
  })
})

describe('yearly amounts', () => {
  const cases: [string, number | null, number | null][] = [
    ['Pay: $50 per hour', 104_000, 104_000],
    ['Salary: £500 per day', 130_000, 130_000],
    ['Pay: $1,000 per week', 52_000, 52_000],
    ['Salary: €3,000 - €4,000 per month', 36_000, 48_000],
    ['Salary: $17.28 per hour', 35_942, 35_942],
    ['Salary: up to £60,000', null, 60_000],
    ['Competitive salary', null, null],
  ]
  test.each(cases)('%s', (text, low, high) => {
    const detection = detect({ title: '', company: '', location_text: '', description: text })
    expect([detection.salary_year_low, detection.salary_year_high]).toEqual([low, high])
  })
})
