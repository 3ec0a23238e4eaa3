import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDetector } from './detect.ts'
import { createPlaceFinder, type FoundPlace, type PlaceInput } from './place/place.ts'

/** Ways of writing and traps for pay, place and remote work: one case a line, "text → answer"; ⏎ is a line break. */

const detect = createDetector({ places: null, skills: null })
const places = createPlaceFinder(
  readFileSync(new URL('../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

const shown = (value: string | number | null | undefined): string => String(value ?? '–')
const lines = (table: string): string[] => table.trim().split('\n')
const rows = (table: string): [string, string][] =>
  lines(table).map(line => {
    const cut = line.lastIndexOf(' → ')
    return [line.slice(0, cut), line.slice(cut + 3)]
  })
const unfold = (text: string): string => text.replaceAll('⏎', '\n')

function facts(description: string, title = '', location_text = '', country: string | null = null) {
  return detect({ title, company: '', location_text, description, board_country: country }).facts
}

/** A text may end with the country of its posting: "Salary: $90,000 [CA]". */
function payOf(line: string): string {
  const country = / \[([A-Z]{2})\]$/.exec(line)
  const found = facts(unfold(country ? line.slice(0, country.index) : line), '', '', country?.[1] ?? null)
  return [found.salary_low, found.salary_high, found.compensation_currency, found.salary_period]
    .map(shown)
    .join(' ')
}

const find = (input: Partial<PlaceInput>): FoundPlace =>
  places.find({ location_text: '', title: '', description: '', ...input })
const placeOf = (input: Partial<PlaceInput>): string => {
  const { city, province, country } = find(input)
  return [city, province, country].map(shown).join(' | ')
}

/** Low, high, currency, period. */
const PAY = rows(`
The salary is €1.2m per year → 1200000 1200000 EUR year
Salary: $120-150k → 120000 150000 USD year
$120,000 - $150,000 USD → 120000 150000 USD year
Salary: CHF 110'000 → 110000 110000 CHF year
Salary: ¥6,000,000 [JP] → 6000000 6000000 JPY year
12 LPA → 1200000 1200000 INR year
Salary: 1.2 crore → 12000000 12000000 INR year
15-20 lakhs per annum → 1500000 2000000 INR year
£25.50 p/h → 25.5 25.5 GBP hour
$2,500 weekly → 2500 2500 USD week
Fr. 5'500 /Mt x 13 → 5500 5500 CHF month
Lohn: Fr. 5'500.-/Mt. x 13 → 5500 5500 CHF month
Salário: R$ 8.000 → 8000 8000 BRL month
Lön: kr 45 000 [SE] → 45000 45000 SEK month
AUD $120k + super → 120000 120000 AUD year
CAD 95,000 - 110,000 per year → 95000 110000 CAD year
Sueldo: $25,000 mensuales [MX] → 25000 25000 MXN month
Sueldo: $25,000 - $30,000 mensuales [MX] → 25000 30000 MXN month
Salary: $60,000 - $80,000 per year [MX] → 60000 80000 USD year
Base: $90k, OTE: $180k → 90000 90000 USD year
$90k base / $180k OTE → 90000 90000 USD year
OTE: £60,000 - £80,000 → 60000 80000 GBP year
£60k OTE (£30k basic) → 30000 30000 GBP year
Salary from €50,000 gross per year → 50000 – EUR year
Gehalt bis zu 70.000 € p.a. → – 70000 EUR year
Salaire : jusqu'à 60 k€ → – 60000 EUR year
Salario hasta 45.000 € brutos anuales → – 45000 EUR year
Salaris: €2.800 tot €3.400 per maand → 2800 3400 EUR month
Rémunération entre 45 et 55 k€ → 45000 55000 EUR year
Salaire annuel brut : 42000€ - 48000€ → 42000 48000 EUR year
Das Jahresgehalt liegt zwischen 60.000 und 75.000 Euro → 60000 75000 EUR year
Stundenlohn ab 15 Euro → 15 – EUR hour
Salary up to £60,000 → – 60000 GBP year
Paying from £14 per hour → 14 – GBP hour
$80K–$100K/yr → 80000 100000 USD year
USD 120,000 to 150,000 → 120000 150000 USD year
US$ 120k – 150k → 120000 150000 USD year
Compensation Range: $120K - $150K • Offers Equity → 120000 150000 USD year
Rate: 60-75 USD per hour → 60 75 USD hour
$1.2m OTE → 1200000 1200000 USD year
Salary: $5,000 - $7,000 per month [SG] → 5000 7000 SGD month
NZ$110,000 - NZ$130,000 → 110000 130000 NZD year
$110,000 - $125,000 plus superannuation [AU] → 110000 125000 AUD year
£35,000 - £40,000 per annum, dependent on experience → 35000 40000 GBP year
c£50k → 50000 50000 GBP year
Salary: £55k (+ 10% bonus) → 55000 55000 GBP year
3.5k - 5k EUR / month → 3500 5000 EUR month
4500 - 6500 BGN net → 4500 6500 BGN month
Salary: 25,000 - 30,000 PHP → 25000 30000 PHP month
Salary: SAR 12,000 monthly → 12000 12000 SAR month
Salary: ₩60,000,000 → 60000000 60000000 KRW year
Mzda: 45.000,- až 60.000,- Kč → 45000 60000 CZK month
120 000 - 150 000 Ft bruttó → 120000 150000 HUF month
Salary: DKK 45,000-55,000 / month → 45000 55000 DKK month
Palkka 3000-3500 €/kk → 3000 3500 EUR month
R45,000 - R55,000 CTC per month → 45000 55000 ZAR month
Salary: $1,000 bi-weekly → 1000 1000 USD –
Salary is $52,000 paid biweekly → 52000 52000 USD year
Compensation is $20-$25 an hour → 20 25 USD hour
£30,000-£35,000 pro rata, 20 hours per week → 30000 35000 GBP year
Weekly pay of $1,800-$2,100 → 1800 2100 USD week
Tagessatz: 600-700 € → 600 700 EUR day
Tarifa diaria: 250 € → 250 250 EUR day
Uurtarief €85 → 85 85 EUR hour
Minimum: $85,000⏎Midpoint: $100,000⏎Maximum: $115,000 → 85000 115000 USD year
Pay Range⏎Min⏎$85,000.00⏎Max⏎$115,000.00 → 85000 115000 USD year
Salary From: £30,000⏎Salary To: £35,000 → 30000 35000 GBP year
Compensation⏎⏎Estimated: $155,000 - $210,000 / year → 155000 210000 USD year
The expected base pay range for this position in San Francisco is $180,000 to $220,000, plus equity. → 180000 220000 USD year
Zone A: $150,000 - $180,000⏎Zone B: $135,000 - $165,000⏎Zone C: $120,000 - $150,000 → 120000 180000 USD year
Salary: £45,000 basic + £5,000 car allowance → 45000 45000 GBP year
£40k basic, £80k OTE → 40000 40000 GBP year
First year OTE of £45,000 → 45000 45000 GBP year
$150K base | $300K OTE → 150000 150000 USD year
Total compensation $200,000 - $250,000 → 200000 250000 USD year
Salary: $150,000 - $200,000 base + 0.25% - 1% equity → 150000 200000 USD year
Compensation: 160k-200k + 0.5%-1% → 160000 200000 – year
Acme - Data Engineer - £50k - London → 50000 50000 GBP year
Data Engineer | Leeds | £55,000 → 55000 55000 GBP year
£55,000 | Leeds → 55000 55000 GBP year
Java Developer, London, £60k-£70k → 60000 70000 GBP year
Pay: 25 USD/h → 25 25 USD hour
Tarif: 400-450 €/jour → 400 450 EUR day
Wynagrodzenie: 18 000 – 25 000 PLN netto + VAT → 18000 25000 PLN month
od 80 000 Kč měsíčně → 80000 – CZK month
Salary: 60000–80000 EUR brutto p.a. → 60000 80000 EUR year
SALARY: $120K-$150K → 120000 150000 USD year
Salary: $120k ~ $150k → 120000 150000 USD year
Salary: $120k to 150k → 120000 150000 USD year
Salary:$120000-$150000 → 120000 150000 USD year
Salary: EUR 45 000,00 → 45000 45000 EUR year
Salary: 120 000$ - 150 000$ CAD → 120000 150000 CAD year
Salaire annuel : entre 75 000 $ et 90 000 $ [CA] → 75000 90000 CAD year
25$ de l’heure [CA] → 25 25 CAD hour
Up to $65 per hour → – 65 USD hour
Up to £45k → – 45000 GBP year
circa £45,000 → 45000 45000 GBP year
Salary circa £45,000 → 45000 45000 GBP year
Circa £45k - £50k plus benefits → 45000 50000 GBP year
Salary: approx. €50,000 → 50000 50000 EUR year
Salary not less than £30,000 → 30000 – GBP year
Starting at $18.50/hour → 18.5 – USD hour
$18.50+ per hour → 18.5 – USD hour
Salary: £50k plus → 50000 – GBP year
min. 70.000 EUR Jahresgehalt → 70000 – EUR year
Ab 70.000 € Jahresgehalt → 70000 – EUR year
Mindestgehalt: 3.500 € brutto pro Monat (14x) → 3500 – EUR month
Für diese Position gilt ein Mindestgehalt von EUR 45.000,- brutto jährlich → 45000 – EUR year
Das kollektivvertragliche Mindestentgelt beträgt € 2.850,00 brutto/Monat → 2850 – EUR month
Jahresbruttogehalt ab EUR 52.000,-- → 52000 – EUR year
KV-Mindestlohn € 2.400,- brutto/Monat, Überzahlung möglich → 2400 – EUR month
Entgelt: 3.000 € - 3.500 € → 3000 3500 EUR month
Besoldung A13 → – – – –
Ausbildungsvergütung: 1. Jahr 1.150 €, 2. Jahr 1.220 €, 3. Jahr 1.300 € → 1150 1300 EUR month
Minijob 538 € monatlich → 538 538 EUR month
Werkstudent 16 €/h → 16 16 EUR hour
Lohn 15,00€/h → 15 15 EUR hour
Rémunération : 1 801,80 € brut mensuel → 1801.8 1801.8 EUR month
Salaire fixe entre 28 et 32K€ + primes → 28000 32000 EUR year
35K - 42K € (selon profil) → 35000 42000 EUR year
Salaire : 35/40K€ → 35000 40000 EUR year
Gratification : 600 €/mois → – – – –
Salario: 24.000-28.000 € b/a → 24000 28000 EUR year
Banda salarial: 40-50k [ES] → 40000 50000 EUR year
entre 24.000 y 28.000 euros brutos al año → 24000 28000 EUR year
Rango salarial: $18,000 a $22,000 MXN mensuales → 18000 22000 MXN month
Sueldo base $15,000 + comisiones [MX] → 15000 15000 MXN month
Sueldo líquido $1.200.000 [CL] → 1200000 1200000 CLP month
Salaris: 2.800 - 3.600 euro per maand → 2800 3600 EUR month
Bruto maandsalaris € 3.226 tot € 4.831 → 3226 4831 EUR month
een salaris van maximaal €5.000 → – 5000 EUR month
Uurloon vanaf €14,50 → 14.5 – EUR hour
salaris tot wel € 4.000 → – 4000 EUR month
schaal 10 (€ 3.402 - € 4.959) → 3402 4959 EUR month
Faixa salarial: R$8k - R$12k → 8000 12000 BRL month
8-12 LPA → 800000 1200000 INR year
Package up to 25 LPA + ESOPs → – 2500000 INR year
₹25k-₹40k/month → 25000 40000 INR month
Rs.30000/- per month → 30000 30000 INR month
Salary: 6L - 8L → 600000 800000 INR year
Budget: 20 LPA → 2000000 2000000 INR year
Salary: 12L pa → 1200000 1200000 INR year
`)

/** Amounts that are no pay. */
const NOT_PAY = lines(`
Health cover up to £500,000
We are a $1 trillion market
a $1 trillion market opportunity
Fortune 500 customers
24/7 on-call
4,000 employees worldwide
zip 94107-1234
401(k) company-matched up to $6,000
company-matched up to $6,000
Life cover of 4x salary
Life assurance (4x annual salary)
Professional indemnity of £1,000,000
We have $40M in the bank
$500/month learning budget
$2,000 annual education stipend
Monthly wellness stipend of $100
Commuter benefits up to $280 per month
A fine of up to $10,000 per violation
Fines up to €20,000 apply
You will own a P&L of $20,000,000
responsible for a $5M budget
Manage budgets up to £250,000
Referral bonus of $2,500
Earn a $2,500 referral bonus
Up to $5,000 sign-on bonus
$10,000 sign on bonus available
Signing bonus: $15,000 - $20,000
Retention bonus $5,000
We paid out $120,000 - $150,000 in bounties
Relocation assistance up to $7,500
Relocation package: $5,000
Up to €1,500 for hardware of your choice
€1,000 per year for conferences
$1,000 towards your home office
$1000/year for courses and books
Parental leave top up to $3,000
Serving 4,000 employees in 30 countries
average order value $150 - $200
Deals between $50,000 and $250,000
Average contract value of $120k-$150k
selling to accounts with $50k-$100k ACV
ACV $25k - $100k
enterprise deals ($100K+ ARR)
from $10M to $50M in revenue
grew revenue from $1M to $10M
Series B ($45M) led by Sequoia
we raised a $3.5m seed round
backed with $12,000,000
Tel: 1-800-555-0199
Job ID 45000
Requisition #120000
Req ID: R-120000
Since 2019 - 2024
Posted 2024-03-01
35-40 hours
100-150 engineers
Typing 60-80 wpm
5,000 - 10,000 sq ft warehouse
lift up to 50 pounds
must lift 25-50 pounds
10,000 RPM
budget range: $20k-$60k
Typical project size is $20k-$60k
tuition support of up to $5,250
$25 gift card
Get a £500 voucher
£250 annual gym allowance
Car allowance £5,000
Car allowance of £4,800 per annum
company car or €600 per month allowance
Mobility budget of €500 per month
Meal vouchers worth €8/day
Verzorging: reiskostenvergoeding €0,23 per km
Reiskostenvergoeding tot €250 per maand
Urlaubsgeld 1.000 €
Weihnachtsgeld in Höhe von 2.000 €
Jobticket 49 €
50 € Sachbezug monatlich
Bike-Leasing bis 5.000 €
Vermögenswirksame Leistungen 40 € pro Monat
Prime de 1 500 €
Prime de vacances 1 000 € par an
Tickets restaurant 10 €
Ayuda de comida 11 € al día
Seguro médico por valor de 1.200 €
Bono de bienvenida de 1.000 €
Presupuesto de formación de 1.500 € al año
Umsatz: 50 Mio. €
Wir verwalten ein Vermögen von 30.000.000 €
budget annuel de 50 000 €
chiffre d’affaires de 45 000 000 €
Kapital von 100.000 €
Application fee: $45
Visa fees of £1,500 paid
No fee. Training costs £2,000
Uniform deposit $50
Parking $10/day
Loans from $1,000 to $50,000
mortgages of £200,000 - £400,000
homes priced $300,000 - $500,000
Houses from £250,000
coverage of $1,000,000 per claim
$500,000 life insurance
Stipend: $100 per month for internet
$75/month phone stipend
Phone reimbursement $50 a month
unlimited PTO, $0 premiums
salary sacrifice scheme, bikes up to £3,000
Pay it forward: $1,000 to charity
Donation matching up to $500 per year
We process payroll for 20,000 - 30,000 workers
Our payroll platform pays 300,000 employees
compensation software for 5,000 companies
salary benchmarks from 50,000 - 60,000 companies
We analysed 120,000 salaries
compensation platform that manages $40,000,000
pay 2.5% fees
Equity: 10,000 - 20,000 options
Stock options worth $20,000 - $40,000
RSUs valued at $50,000
Equity value: $100k-$200k over 4 years
2,000 RSUs
Annual performance bonus of 10,000 - 15,000 EUR
commission of $10,000 - $20,000 per year
uncapped commission, average $2,000 per month
tips average $200 per day
overtime paid at $30/hour
Overtime at $45.00 per hour
night differential $2.50/hour
Shift differential: $1.50 - $3.00 per hour
On-call allowance £300 per week
weekend premium of $4/hr
accommodation: $150 per week
Rent: £500 per month
Housing allowance $1,200 per month
per diem of $65 per day
mileage 45p per mile
saved clients $1.2m
clients who earn $100,000 - $200,000
families earning less than $40,000 per year
Students pay $50 - $80 per hour for tutoring
The average customer spends $3,000 monthly
advertisers spending $10,000 - $50,000/month
consumers save $20 - $30 per month
price: $49/month
Starts at $29 per month per user
Plans from $9 - $99/mo
rates from $0.10 per minute
trading volume of $2,000,000 per day
prize pool of $100,000
budget up to $100,000 to hire
you will supervise 15-20 staff and 3,000 - 4,000 volunteers
© 2024 Acme 2023-2024
ISO 9001:2015
COVID-19
Windows 10, RHEL 7-8
SOC 2, PCI 4.0
IP 10.0.0.1 - 10.0.0.255
EEO: employers with 15-100 employees
Wage theft fines of $1,000
minimum wage in the city is rising
Company size 1,000 - 5,000
5000+ customers
revenue 10-50k per month
We are a 10k-50k user startup
Coverage: 24,000 km
The fund invests $25k - $150k in startups
We invest £50,000-£250,000 tickets
angel tickets of $25k-$50k
grants of $25,000 to $75,000
scholarships worth €5,000 - €10,000
Winner receives $5,000 per month
caseload of 30-40 clients
Bounties: $500 - $5,000
bug bounty rewards from $500 to $20,000
`)

/** Sentences on the place of work. */
const REMOTE = rows(`
We hire in our Berlin office or REMOTE. → remote
Some people come in every day, and remote is a possibility. → remote
Manage local or remote teams → –
Install local or remote servers → –
This is not a remote position. → onsite
This is not a remote role. → onsite
Remote work is not possible. → onsite
No remote. → onsite
Remote: not available → onsite
Remote not available. → onsite
Sorry, no remote candidates. → onsite
We do not offer remote work. → onsite
We are not considering remote candidates at this time. → onsite
This role is not eligible for remote work. → onsite
Remote work is not an option for this role. → onsite
Not open to remote. → onsite
Please note this is not a remote opportunity. → onsite
Unfortunately this role cannot be done remotely. → onsite
This position cannot be performed remotely. → onsite
This role is 100% on-site. → onsite
On-site only. → onsite
Onsite 5 days a week. → onsite
This is an office-based role. → onsite
This is a fully office based position. → onsite
You will work in our office five days a week. → onsite
We work in person, five days a week. → onsite
In-office, 5 days per week → onsite
The role is in-office full time → onsite
You are expected to be in the office every day. → onsite
We are an in-person company. → onsite
Must be able to work on site. → onsite
Must be able to commute to Leeds. → –
Ability to commute/relocate: Austin, TX: Reliably commute or planning to relocate before starting work (Required) → –
This is an in-person role in NYC. → onsite
We are a remote company. → remote
We are fully distributed. → remote
Fully distributed team → remote
We are a fully remote team. → remote
This role is fully remote within the US. → remote
Remote (US only) → remote
This role can be done from anywhere in the UK. → remote
Work from anywhere in the world. → remote
You can work from anywhere. → remote
Remote-friendly → remote
We are remote-friendly. → remote
Open to remote for the right candidate. → remote
Remote considered for exceptional candidates → remote
Remote possible → remote
Remote OK → remote
Remote is fine → remote
Remote welcome → remote
remote within Canada → remote
Remote - Canada only → remote
We are remote first, HQ in Berlin. → remote
We are a remote-first company with an office in Denver → remote
100% remote → remote
This is a permanent, fully remote contract → remote
Work remotely from home → remote
You will work remotely → remote
You will be working remotely → remote
Position can be remote → remote
The position is remote but you must live in Texas → remote
Location is flexible, remote or in our Paris office → remote
You can work in our office or remotely → remote
onsite or remote → remote
Remote or hybrid → remote
hybrid or remote → remote
Hybrid/Remote → remote
Remote or on-site in Berlin → remote
This is a work-from-home job → remote
Home-based role → remote
This role is home based → remote
Telecommuting permitted → remote
100% telework → remote
Remote (occasional travel to HQ) → remote
Remote with travel up to 50 % → remote
This is a remote role with 25% travel. → remote
Remote role, travel to the office once a quarter → remote
Remote position with quarterly onsite meetings → remote
This is a hybrid role with 3 days in the office. → hybrid
Hybrid (2 days onsite) → hybrid
3 days/week in the office → hybrid
three days per week in office → hybrid
We work from the office Tuesday to Thursday → hybrid
In-office Tuesdays and Thursdays → hybrid
2 days WFH → hybrid
2-3 days WFH per week → hybrid
2 days from home → hybrid
1 day a week from home → hybrid
Work from home on Fridays → hybrid
WFH Fridays → hybrid
Remote Fridays → hybrid
Option to work from home two days a week → hybrid
Part remote, part office → hybrid
Partly remote → hybrid
Mix of office and remote working → hybrid
A mix of home and office working → hybrid
Flexible hybrid working → hybrid
Hybrid work environment → hybrid
Hybrid schedule → hybrid
Hybrid, 60% office → hybrid
Work from home up to 40% of the time → hybrid
Up to 50% remote → hybrid
50% remote → hybrid
60% home office → hybrid
at least 3 days per week from our London office → hybrid
minimum two days a week onsite → hybrid
You will spend 2 days a week in the office → hybrid
expected in office at least 3 days a week → hybrid
office attendance 2 days per week → hybrid
2 days office / 3 days home → hybrid
Office 3 days, home 2 days → hybrid
Blended working: 2 days office based → hybrid
occasional home office → hybrid
Some remote work possible → hybrid
Occasional remote work → hybrid
Flexible remote work up to 2 days → hybrid
100% Homeoffice → remote
100 % Home Office möglich → remote
Vollständig remote möglich → remote
Remote-Arbeit deutschlandweit → remote
Komplett im Homeoffice arbeiten → remote
Remote aus ganz Deutschland → remote
bis zu 60 % Homeoffice → hybrid
2 Tage Homeoffice pro Woche → hybrid
Homeoffice nach Absprache → hybrid
teilweise Homeoffice → hybrid
mobiles Arbeiten → hybrid
Möglichkeit zum mobilen Arbeiten → hybrid
hybrides Arbeitsmodell → hybrid
Hybrid-Modell: 3 Tage im Büro → hybrid
Kein Homeoffice → onsite
Homeoffice ist nicht möglich → onsite
Arbeit ausschließlich vor Ort → onsite
Präsenz vor Ort erforderlich → onsite
Remote-Support für unsere Kunden → –
télétravail partiel → hybrid
Télétravail : 2 jours/semaine → hybrid
télétravail possible → hybrid
full remote → remote
Poste en full-remote → remote
100% télétravail → remote
télétravail complet → remote
Télétravail total possible → remote
pas de télétravail possible → onsite
Télétravail non autorisé → onsite
poste en présentiel → onsite
100% présentiel → onsite
Poste 100% sur site → onsite
Mode hybride → hybrid
Rythme hybride → hybrid
Travail hybride : 3 jours sur site → hybrid
teletrabajo → remote
100% teletrabajo → remote
Teletrabajo 2 días a la semana → hybrid
Modelo híbrido → hybrid
modalidad presencial → onsite
Trabajo presencial → onsite
Trabajo remoto → remote
En remoto → remote
Trabajo 100% en remoto → remote
Posibilidad de teletrabajo parcial → hybrid
No se ofrece teletrabajo → onsite
sin teletrabajo → onsite
thuiswerken mogelijk → hybrid
Hybride werken → hybrid
2 dagen thuiswerken → hybrid
Volledig op kantoor → onsite
geen thuiswerk → onsite
100% remote werken → remote
Volledig thuiswerken → remote
Remote sensing scientist wanted → –
work with remote teams → –
remote support engineer duties → –
remote desktop software → –
travel to remote areas → –
hybrid cloud → –
hybrid vehicle engineering → –
remote island → –
Remote monitoring of wells → –
remote control → –
remotely operated vehicles → –
remotely manage servers → –
Assist customers remotely → –
provide technical assistance remotely and on site → –
Manage remote employees → –
Experience working remotely is a plus → –
Experience with remote teams a plus → –
Experience managing hybrid teams → –
hybrid apps → –
hybrid search → –
Hybrid seeds → –
On-site gym → –
on-site parking → –
free on-site lunch → –
onsite full-service fitness center → –
interactions will be in-person and online → –
in-person and virtual events → –
conduct on-site and remote interviews → –
Supervise on-site contractors → –
on-site customer visits → –
site visits → –
remote site management → –
oil rigs in remote locations → –
remote branch offices → –
Our customers use it to hire remote workers → –
We build tools for remote work → –
The future of remote work → –
remote work software company → –
our app helps people working from home → –
We help companies manage hybrid workplaces → –
remote during probation → –
interviews are held remotely → –
The interview process is remote → –
remote onboarding → –
Remote code execution vulnerabilities → –
Travel 50% → –
Must be willing to travel → –
Our office is dog friendly → –
come and visit our office → –
Generous home office budget → –
home office setup allowance → –
€500 for your home office → –
WFH stipend → –
Work from home stipend → –
in-person onboarding week → –
annual in-person retreat → –
quarterly on-site gatherings → –
company offsites → –
daycare on site → –
on-site medical clinic → –
Hybrid of sales and marketing → –
hybrid role between design and code → –
hybrid role: half sales, half support → –
Temporarily remote due to COVID-19 → –
Remote until the office reopens → –
You will be based in our London office. → onsite
The role is office based in Leeds → onsite
`)

/** Titles and location lines: "title @ location". */
const SHORT_REMOTE = rows(`
Remote Machine Learning Engineer @  → remote
Remote Customer Success Manager @  → remote
Remote Systems Engineer @  → remote
Remote Network Engineer @  → remote
Remote Operations Manager @  → remote
Remote Community Manager @  → remote
Remote Executive Assistant @  → remote
Remote Infrastructure Engineer @  → remote
Remote Customer Support Representative @  → remote
Senior Engineer (100% remote) @  → remote
Engineer - Remote (US) @  → remote
Engineer [Remote/Hybrid] @  → remote
Engineer (Hybrid/Remote) @  → remote
Engineer (Hybrid, 3 days) @  → hybrid
Engineer - no remote @  → onsite
Engineer (Onsite) @  → onsite
Engineer (On-site, Berlin) @  → onsite
Remote Sensing Engineer @  → –
Remote Pilot @  → –
Remote Site Supervisor @  → –
Hybrid Data Analyst @  → hybrid
Hybrid Vehicle Technician @  → –
Work From Home Data Entry @  → remote
WFH Customer Service @  → remote
Home Office Berater (m/w/d) @  → hybrid
Softwareentwickler (m/w/d) 100% Remote @  → remote
Développeur full remote @  → remote
Développeur (télétravail) @  → hybrid
Desarrollador (remoto) @  → remote
Ontwikkelaar (hybride) @  → hybrid
Onsite Support Engineer @  → –
On-Site Property Manager @  → onsite
Engineer @ Remote (Canada) → remote
Engineer @ Remote, Europe → remote
Engineer @ Berlin (Remote possible) → remote
Engineer @ Berlin / Remote → remote
Engineer @ Hybrid - 3 days in Leeds → hybrid
Engineer @ London, UK (Hybrid) → hybrid
Engineer @ Partially remote, Paris → hybrid
Engineer @ US only → –
Engineer @ In-office, New York → onsite
Engineer @ Anywhere → remote
Engineer @ Worldwide → remote
Engineer @ Telework eligible → remote
Engineer @ Flexible → –
Engineer @ Remote job → remote
Engineer @ Teletrabajo → remote
Engineer @ Distributed → –
`)

/** Location texts: city, province, country. */
const LOCATIONS = rows(`
London ON → London | Ontario | CA
London, Ont. → London | Ontario | CA
Paris TX → Paris | Texas | US
Portland, ME → Portland | Maine | US
Cambridge, UK → Cambridge | England | GB
Cambridge, Massachusetts, United States → Cambridge | Massachusetts | US
San José, CA → San Jose | California | US
San José, Costa Rica → San José | – | CR
Victoria, BC → Victoria | British Columbia | CA
Melbourne, Victoria → Melbourne | Victoria | AU
Vancouver → Vancouver | British Columbia | CA
Vancouver, BC, Canada → Vancouver | British Columbia | CA
Valencia → Valencia | – | ES
Valencia, Venezuela → Valencia | Carabobo | VE
Wellington, New Zealand → Wellington | – | NZ
Perth → Perth | Western Australia | AU
Perth WA → Perth | Western Australia | AU
Hamilton, New Zealand → Hamilton | Waikato | NZ
Richmond, VA → Richmond | Virginia | US
St. Petersburg, FL → St. Petersburg | Florida | US
St Petersburg, Florida → St. Petersburg | Florida | US
Dublin, Ireland → Dublin | Leinster | IE
Dublin → Dublin | Leinster | IE
Birmingham, Alabama → Birmingham | Alabama | US
Remote (EU) → – | – | –
Remote, Europe → – | – | –
Remote - UK → – | – | GB
US-Remote → – | – | US
USA Only → – | – | US
Remote, United States → – | – | US
Remote in Germany → – | – | DE
New York, NY; Austin, TX → New York | New York | US
Berlin, Munich → Berlin | – | DE
San Francisco, New York, or Remote → San Francisco | California | US
SF or NYC → San Francisco | California | US
NYC or Remote → New York | New York | US
Frankfurt am Main, Hessen → Frankfurt | Hesse | DE
Frankfurt (Oder) → Frankfurt (Oder) | Brandenburg | DE
D-80331 München → Munich | Bavaria | DE
Region Stuttgart → Stuttgart | Baden-Württemberg | DE
Köln / Düsseldorf → Cologne | North Rhine-Westphalia | DE
Nürnberg, Bayern → Nuremberg | Bavaria | DE
Halle (Saale) → Halle | Saxony-Anhalt | DE
Bayern → – | Bavaria | DE
Deutschland → – | – | DE
Île-de-France (75) → – | Île-de-France | FR
Lyon 3e → Lyon | Auvergne-Rhône-Alpes | FR
Paris 9e → Paris | Île-de-France | FR
Paris 75009 → Paris | Île-de-France | FR
Nantes (44) → Nantes | Pays de la Loire | FR
La Défense → La Défense | Île-de-France | FR
Marseille → Marseille | Provence-Alpes-Côte d'Azur | FR
Sophia Antipolis → Sophia Antipolis | Provence-Alpes-Côte d'Azur | FR
Bordeaux, Nouvelle-Aquitaine, France → Bordeaux | Nouvelle-Aquitaine | FR
Madrid → Madrid | – | ES
Málaga, Andalucía → Málaga | Andalusia | ES
28001 Madrid → Madrid | – | ES
Sevilla (provincia) → Seville | Andalusia | ES
Barcelona → Barcelona | Catalonia | ES
Eindhoven, Noord-Brabant → Eindhoven | North Brabant | NL
's-Hertogenbosch → 's-Hertogenbosch | North Brabant | NL
Utrecht → Utrecht | – | NL
Groningen → Groningen | – | NL
Bengaluru, Karnataka, India → Bengaluru | Karnataka | IN
Gurugram, Haryana → Gurugram | Haryana | IN
Delhi NCR → Delhi | – | IN
Mumbai, MH → Mumbai | Maharashtra | IN
Hyderabad, India → Hyderabad | Telangana | IN
Kochi, Kerala → Kochi | Kerala | IN
Pan India → – | – | IN
São Paulo - SP → São Paulo | São Paulo | BR
Belo Horizonte, MG → Belo Horizonte | Minas Gerais | BR
Porto Alegre, RS, Brasil → Porto Alegre | Rio Grande do Sul | BR
Greater Boston Area → Boston | Massachusetts | US
Greater New York City Area → New York | New York | US
SF Bay Area → San Francisco | California | US
Dallas-Fort Worth Metroplex → Dallas | Texas | US
DFW → Dallas | Texas | US
Minneapolis-St. Paul → Minneapolis | Minnesota | US
DC Metro → Washington | District of Columbia | US
Washington DC-Baltimore Area → Washington | District of Columbia | US
D.C. → Washington | District of Columbia | US
LA → Los Angeles | California | US
L.A. → Los Angeles | California | US
Silicon Valley, CA → – | California | US
Research Triangle Park, NC → Research Triangle Park | North Carolina | US
Manhattan, NY → Manhattan | New York | US
New York, New York, United States → New York | New York | US
New York State → – | New York | US
Newark, NJ → Newark | New Jersey | US
Kansas City, KS → Kansas City | Kansas | US
Columbus, OH → Columbus | Ohio | US
Arlington, VA → Arlington | Virginia | US
Aurora, CO → Aurora | Colorado | US
Salt Lake City, UT 84101 → Salt Lake City | Utah | US
Boston, MA, US, 02110 → Boston | Massachusetts | US
US-NY-New York → New York | New York | US
Austin, TX, USA → Austin | Texas | US
United States-California-San Jose → San Jose | California | US
CA-ON-Toronto → Toronto | Ontario | CA
Canada - Toronto → Toronto | Ontario | CA
UK - London → London | England | GB
Germany - Munich → Munich | Bavaria | DE
APAC - Singapore → Singapore | – | SG
Savannah, GA → Savannah | Georgia | US
Athens, Greece → Athens | Attica | GR
Rome, GA → Rome | Georgia | US
Naples, Italy → Naples | Campania | IT
Lebanon, NH → Lebanon | New Hampshire | US
Jordan → – | – | JO
Mexico → – | – | MX
Panama City, FL → Panama City | Florida | US
Panama City, Panama → Panama City | – | PA
Ontario → – | Ontario | CA
Toronto, CA → Toronto | Ontario | CA
Quebec → – | Quebec | CA
Montreal, Quebec → Montreal | Quebec | CA
Ottawa → Ottawa | Ontario | CA
GTA → Toronto | Ontario | CA
Mississauga, ON → Mississauga | Ontario | CA
Sydney → Sydney | New South Wales | AU
Melbourne → Melbourne | Victoria | AU
Sydney CBD → Sydney | New South Wales | AU
Sydney CBD, Inner West & Eastern Suburbs → Sydney | New South Wales | AU
Newcastle upon Tyne → Newcastle upon Tyne | England | GB
Auckland → Auckland | – | NZ
Edinburgh → Edinburgh | Scotland | GB
Bristol → Bristol | England | GB
Bristol, CT → Bristol | Connecticut | US
York → York | England | GB
Lincoln, NE → Lincoln | Nebraska | US
Milton Keynes → Milton Keynes | England | GB
City of London → London | England | GB
London EC2A → London | England | GB
EC2A 4BX → – | England | GB
Midlands → – | – | –
North West, UK → – | England | GB
Hertfordshire → – | England | GB
Swansea → Swansea | Wales | GB
Zurich → Zurich | – | CH
8005 Zürich → Zurich | – | CH
Basel → Basel | Basel-Stadt | CH
Lausanne, VD → Lausanne | Vaud | CH
Wien → Vienna | – | AT
Graz, Steiermark → Graz | Styria | AT
Salzburg → Salzburg | – | AT
Bruxelles → Brussels | – | BE
Leuven, Belgium → Leuven | Flanders | BE
Wrocław → Wrocław | Lower Silesian | PL
Trójmiasto → – | – | –
Praha 4 → Prague | – | CZ
Budapest → Budapest | – | HU
Cluj-Napoca → Cluj-Napoca | Cluj | RO
Sofia, Bulgaria → Sofia | – | BG
Lviv, Ukraine → Lviv | – | UA
Tallinn, Estonia → Tallinn | Harjumaa | EE
Helsinki → Helsinki | Uusimaa | FI
Malmö → Malmö | Skåne | SE
Copenhagen → Copenhagen | Capital Region | DK
Reykjavik → Reykjavík | Capital Region | IS
Tel Aviv-Yafo → Tel Aviv | – | IL
Dubai → Dubai | – | AE
Riyadh → Riyadh | – | SA
Lagos → Lagos | – | NG
Cape Town → Cape Town | Western Cape | ZA
Tokyo → Tokyo | – | JP
Hong Kong → Hong Kong | – | HK
Seoul → Seoul | – | KR
Bangkok, Thailand → Bangkok | – | TH
Hanoi → Hanoi | – | VN
Jakarta → Jakarta | – | ID
Makati City → Makati | Metro Manila | PH
Cebu City, Philippines → Cebu City | Central Visayas | PH
Bogotá → Bogotá | Bogota D.C. | CO
Santiago, Chile → Santiago | – | CL
Lima, Peru → Lima | – | PE
Guadalajara → Guadalajara | Jalisco | MX
Córdoba, Argentina → Córdoba | – | AR
CET timezone → – | – | –
Remote, EST → – | – | –
UTC-5 to UTC+2 → – | – | –
Eastern Time → – | – | –
Pacific Time Zone → – | – | –
Remote (Worldwide) → – | – | –
100% Remote → – | – | –
Telecommute → – | – | –
5 Locations → – | – | –
Flexible / Remote → – | – | –
Field → – | – | –
On-site → – | – | –
HQ → – | – | –
Anywhere → – | – | –
Remote job → – | – | –
None → – | – | –
See description → – | – | –
Bend, OR → Bend | Oregon | US
Salem, OR → Salem | Oregon | US
Indianapolis, IN → Indianapolis | Indiana | US
Tulsa OK → Tulsa | Oklahoma | US
London, on → London | Ontario | CA
paris, tx → Paris | Texas | US
United States-California-San Jose → San Jose | California | US
US, CA, San Francisco → San Francisco | California | US
AU, NSW, Sydney → Sydney | New South Wales | AU
Boston, MA - Remote OK → Boston | Massachusetts | US
Boston, MA or Remote → Boston | Massachusetts | US
Atlanta, GA+2 locations → Atlanta | Georgia | US
Offenbach am Main → Offenbach | Hesse | DE
Bad Homburg → Bad Homburg | Hesse | DE
Eschborn bei Frankfurt → Eschborn | Hesse | DE
Vitoria-Gasteiz → Vitoria-Gasteiz | Basque Country | ES
Las Palmas → Las Palmas de Gran Canaria | Canary Islands | ES
Almere → Almere | Flevoland | NL
León, Guanajuato → León | Guanajuato | MX
Austin, TX, Denver, CO → Austin | Texas | US
`)

/** Places in descriptions. */
const TOLD = rows(`
Our office is in the heart of Amsterdam. → Amsterdam | North Holland | NL
The team is based out of Chicago. → Chicago | Illinois | US
We are based out of our Denver, CO headquarters. → Denver | Colorado | US
Headquartered in Paris, we build payment software. → Paris | Île-de-France | FR
Headquartered in Paris with teams worldwide.⏎Location: Madrid → Madrid | – | ES
We are headquartered in San Francisco. This role is based in our London office. → London | England | GB
Our customers are in New York, Tokyo and Sydney. → – | – | –
We serve clients across Germany, France and Spain. → – | – | –
Our clients include a bank in Zurich and a retailer in Milan. → – | – | –
You will travel to Paris and Berlin occasionally. → – | – | –
He studied at the University of Oxford and worked in Boston. → – | – | –
This position is located in Toronto, Ontario. → Toronto | Ontario | CA
The position will be located in Atlanta, Georgia. → Atlanta | Georgia | US
This is an onsite role in Austin, Texas. → Austin | Texas | US
This is a hybrid role based in Manchester. → Manchester | England | GB
You must live within commuting distance of Boston, MA. → Boston | Massachusetts | US
Must be able to commute to Leeds three days a week. → Leeds | England | GB
We have offices in Berlin and Munich → Berlin | – | DE
Join our growing team in Barcelona! → Barcelona | Catalonia | ES
Work with us in sunny San Diego, California → San Diego | California | US
Location: London / Remote → London | England | GB
Location: Remote (Germany) → – | – | DE
Location: Remote, but must overlap with CET → – | – | –
Location - Bristol, UK → Bristol | England | GB
Location⏎Bristol, UK⏎⏎Salary → Bristol | England | GB
Location:⏎Bristol, UK → Bristol | England | GB
**Location:** Bristol, UK → Bristol | England | GB
📍 Location: Lisbon, Portugal → Lisbon | – | PT
📍 Lisbon, Portugal → Lisbon | – | PT
Where: Cologne, Germany → Cologne | North Rhine-Westphalia | DE
Job Location: Hyderabad, India → Hyderabad | Telangana | IN
Work Location: In person, Dallas, TX 75201 → Dallas | Texas | US
Office location: 5th floor, 10 Finsbury Square, London EC2A 1AF → London | England | GB
Standort: Hamburg → Hamburg | – | DE
Einsatzort: 70173 Stuttgart → Stuttgart | Baden-Württemberg | DE
Dein Arbeitsort: Köln oder remote → Cologne | North Rhine-Westphalia | DE
für unseren Standort in Leipzig suchen wir → Leipzig | Saxony | DE
Wir suchen am Standort Nürnberg eine Entwicklerin → Nuremberg | Bavaria | DE
Für unser Büro in München suchen wir dich → Munich | Bavaria | DE
Unser Team in Dresden wächst → Dresden | Saxony | DE
mit Sitz in Karlsruhe → Karlsruhe | Baden-Württemberg | DE
Poste basé à Lyon → Lyon | Auvergne-Rhône-Alpes | FR
Le poste est basé à Paris 9e → Paris | Île-de-France | FR
Poste à pourvoir à Nantes (44) → Nantes | Pays de la Loire | FR
Lieu : Toulouse → Toulouse | Occitanie | FR
Localisation : Bordeaux, France → Bordeaux | Nouvelle-Aquitaine | FR
Nos bureaux sont situés à Lille → Lille | Hauts-de-France | FR
Ubicación: Madrid, España → Madrid | – | ES
Puesto ubicado en Valencia, España → Valencia | – | ES
Nuestra oficina en Barcelona → Barcelona | Catalonia | ES
Trabajarás en nuestras oficinas de Sevilla → Seville | Andalusia | ES
Locatie: Eindhoven → Eindhoven | North Brabant | NL
Standplaats: Utrecht → Utrecht | – | NL
Ons kantoor in Rotterdam → Rotterdam | South Holland | NL
gevestigd in Groningen → Groningen | – | NL
Acme | NYC or Remote (US) | Full-time | Engineers → New York | New York | US
Acme | Senior Engineer | London, UK | Onsite | £80k → London | England | GB
Acme (YC S20) | Remote (Europe) | Engineer → – | – | –
Acme | Berlin, Germany | ONSITE, REMOTE (EU) → Berlin | – | DE
Acme | San Francisco / New York | Engineer → San Francisco | California | US
Acme | SF Bay Area | Engineer → San Francisco | California | US
Acme, Toronto ON, Full Time, Onsite → Toronto | Ontario | CA
Acme - Vancouver, BC - Onsite - Full-time → Vancouver | British Columbia | CA
Acme | Zurich, Switzerland | Visa | Onsite → Zurich | – | CH
Acme - Software Engineer - Cambridge, UK - ONSITE → Cambridge | England | GB
The salary for candidates in San Francisco is $180k; for New York $170k. → – | – | –
Equal opportunity employer. San Francisco Fair Chance Ordinance applies. → – | – | –
Pursuant to the San Francisco Fair Chance Ordinance, we consider qualified applicants. → – | – | –
For candidates in Colorado, the pay range is $100k - $120k. → – | – | –
Residents of California, Colorado and New York: see our privacy notice → – | – | –
We are unable to hire in Alaska and Hawaii. → – | – | –
Authorised to work in the United States → – | – | US
You must be authorized to work in the US. → – | – | US
Must have the right to work in the UK → – | – | GB
Open to candidates anywhere in Canada. → – | – | CA
You can work from anywhere in Europe. → – | – | –
Georgia Tech graduates welcome → – | – | –
We use Jordan and Chelsea as test names → – | – | –
Reports to the VP in London → – | – | –
Our sister company in Sydney and our partner in Oslo → – | – | –
Founded in Stockholm in 2012, Acme is a fintech → – | – | –
Founded in Stockholm, now hiring in Copenhagen, Denmark. → Copenhagen | Capital Region | DK
About Acme⏎⏎Acme is a New York-based startup. → New York | New York | US
You will be working with our Singapore office and the role is based in Kuala Lumpur. → Kuala Lumpur | – | MY
We are a London based agency → London | England | GB
Role based in: Galway → Galway | Connacht | IE
The job is in Perth, Western Australia → Perth | Western Australia | AU
We are located at 123 Main Street, Springfield, MA 01103. → Springfield | Massachusetts | US
Address: 350 5th Ave, New York, NY 10118 → New York | New York | US
Location: 100% remote⏎Headquarters: Denver, CO → Denver | Colorado | US
Our HQ is in Tel Aviv → Tel Aviv | – | IL
`)

/** First lines of posts, above a text without places. */
const FIRST_LINES = rows(`
Brightpath Labs. Boulder, CO. → Boulder | Colorado | US
OAKWELL (LONDON, UK). https://oakwell.test We need engineers. Write to us, we answer every letter within a week or so. → London | England | GB
Fernhill: Berlin, Germany → Berlin | – | DE
Quarrystone @ London, UK - https://quarrystone.test → London | England | GB
https://lumenary.test, Austin Texas, iOS and Android → Austin | Texas | US
Tidewater - San Francisco, CA (visa OK) - https://tidewater.test → San Francisco | California | US
Larkspur (https://larkspur.test/about/), Warsaw, Poland → Warsaw | Masovian | PL
Copperleaf in Ottawa, Canada → Ottawa | Ontario | CA
Palewater, London, UK. Sorry, no remote. → London | England | GB
Data Scientist @ Slow Rivers, NYC or Remote → New York | New York | US
Mossgate | Grand Rapids, MI; Durham, NC; or REMOTE | https://mossgate.test → Grand Rapids | Michigan | US
Northlight Digital - https://northlight.test - Amsterdam, Netherlands / Oslo, Norway - Relocation → Amsterdam | North Holland | NL
Redfern - Product Manager - New York, San Francisco, London, Berlin → New York | New York | US
Halfmoon (YC '06), San Francisco - VISA, FULL-TIME → San Francisco | California | US
Saltmarsh / New York / Full time: Frontend, Backend → New York | New York | US
NYC/REMOTE - Developer - System Admin → New York | New York | US
Application Engineer (Anywhere, U.S. / Remote) → – | – | US
Silverbirch, Portugal - Software Engineer - https://silverbirch.test → – | – | PT
Plum Street Games in downtown Toronto → Toronto | Ontario | CA
Weathervane - Cambridge/Boston, MA - LOCAL ONLY → Cambridge | Massachusetts | US
Greenfinch - Remote (US/Canada only) or Philadelphia or London → Philadelphia | Pennsylvania | US
Utah, USA - Sagebrush (https://sagebrush.test) → – | Utah | US
Bellweather are hiring in both SF and London. → San Francisco | California | US
Stonecrop Labs is hiring engineers in the NYC area. → New York | New York | US
Harrowell, Amsterdam, The Netherlands. → Amsterdam | North Holland | NL
`)

/** Location texts with every office they name. */
const OFFICES = rows(`
London → none
London, UK → none
New York, New York, United States → none
Canary Wharf, London → none
Brooklyn, New York, NY → none
Brighton and Hove → none
London or Remote → none
Germany, Austria → none
London / Berlin / NYC → London GB, Berlin DE, New York US
New York, NY; Austin, TX → New York US, Austin US
Berlin or Munich → Berlin DE, Munich DE
Berlin, Munich, Germany → Berlin DE, Munich DE
Austin, TX, Denver, CO → Austin US, Denver US
London and Manchester → London GB, Manchester GB
Toronto, Ontario, CA; Austin, Texas, US → Toronto CA, Austin US
Dublin, Ireland / London, UK → Dublin IE, London GB
Sydney, Melbourne or Brisbane → Sydney AU, Melbourne AU, Brisbane AU
Boston/Cambridge, MA → Boston US, Cambridge US
Springfield, IL or Springfield, MA → Springfield US, Springfield US
Berlin, Germany; Paris, France; Remote → Berlin DE, Paris FR
`)

describe('pay', () => {
  test.each(PAY)('%s is %s', (line, expected) => {
    expect(payOf(line)).toBe(expected)
  })
  test.each(NOT_PAY)('%s is no pay', line => {
    expect(payOf(line)).toBe('– – – –')
    expect(payOf(`Benefits⏎- ${line}`)).toBe('– – – –')
  })

  const OWN: [title: string, location: string, text: string, expected: string][] = [
    ['', 'London', 'New York: $150,000 - $180,000 USD\nLondon: £90,000 - £110,000', '90000 110000 GBP'],
    [
      '',
      'Austin, TX',
      'California: $150k-$180k\nTexas: $130k-$160k\nNew York: $140k-$170k',
      '130000 160000 USD',
    ],
    ['', 'New York, NY', 'Salary: $130k-$150k (Austin), $150k-$170k (NYC)', '150000 170000 USD'],
    ['', 'San Francisco, CA', 'SF Bay Area: $180k - $210k\nElsewhere: $150k - $180k', '180000 210000 USD'],
    [
      'Senior Engineer',
      '',
      'Junior salary: £30,000 - £35,000\nSenior salary: £45,000 - £60,000',
      '45000 60000 GBP',
    ],
    [
      'Engineer',
      'Leeds',
      'Junior salary: £30,000 - £35,000\nSenior salary: £45,000 - £60,000',
      '30000 60000 GBP',
    ],
    ['', 'Remote', 'Zone A: $150,000 - $180,000\nZone B: $120,000 - $150,000', '120000 180000 USD'],
  ]
  test.each(OWN)('%s in %s: of several ranges its own', (title, location, text, expected) => {
    const found = places.find({ location_text: location, title, description: text })
    const pay = facts(text, title, location, found.country)
    expect([pay.salary_low, pay.salary_high, pay.compensation_currency].join(' ')).toBe(expected)
  })

  test.each(
    rows(`
OTE: $180,000 - $200,000 → total pay, not base pay
Zone A: $150,000 - $180,000⏎Zone B: $120,000 - $150,000 → widest of 2 statements of pay
Base: $90k, OTE: $180k → –
`),
  )('%s is noted as %s', (text, note) => {
    const { evidence } = detect({ title: '', company: '', location_text: '', description: unfold(text) })
    expect(shown(evidence.salary_high?.note)).toBe(note)
  })

  test.each(
    rows(`
Salary: Competitive → Salary: Competitive
Salary: DOE → Salary: DOE
£negotiable, DOE → DOE
An attractive salary package → attractive salary
Gehalt: marktgerecht → Gehalt: marktgerecht
Wir zahlen ein marktgerechtes Gehalt → marktgerechtes Gehalt
Salaire : selon profil → Salaire : selon profil
Sueldo a convenir → Sueldo a convenir
Salario: a convenir → Salario: a convenir
Salaris: marktconform → Salaris: marktconform
Wat doe je als ontwikkelaar? → –
A competitive market → –
`),
  )('%s keeps the words %s', (text, words) => {
    const detection = detect({ title: '', company: '', location_text: '', description: text })
    expect(shown(detection.salary_words)).toBe(words)
  })
})

describe('remote work', () => {
  test.each(REMOTE)('%s is %s', (text, expected) => {
    const lead = 'We are looking for a developer to join our growing company here.'
    expect(shown(facts(`${lead}\n\n${text}`).remote_options)).toBe(expected)
  })
  test.each(SHORT_REMOTE)('%s is %s', (line, expected) => {
    const [title = '', location = ''] = line.split(' @ ')
    expect(shown(facts('', title, location).remote_options)).toBe(expected)
  })
})

describe('places', () => {
  test.each(LOCATIONS)('%s is %s', (text, expected) => {
    expect(placeOf({ location_text: text })).toBe(expected)
  })
  test.each(TOLD)('%s tells %s', (text, expected) => {
    expect(placeOf({ description: unfold(text) })).toBe(expected)
  })
  test.each(FIRST_LINES)('the first line %s tells %s', (text, expected) => {
    expect(
      placeOf({ description: `${text}\n\nYou write code, test it and ship it with a small team.` }),
    ).toBe(expected)
  })
  test.each(OFFICES)('%s names the offices %s', (text, expected) => {
    const { offices = [], city } = find({ location_text: text })
    const named = offices.map(({ value }) => `${value.city} ${value.country}`).join(', ')
    expect(named === '' ? 'none' : named).toBe(expected)
    for (const { quote, start, value } of offices) {
      expect(text.slice(start ?? -1).startsWith(quote ?? '?')).toBe(true)
      expect(value.city).not.toBeNull()
    }
    if (offices[0]) expect(offices[0].value.city).toBe(city)
  })
  test('names at most 20 offices', () => {
    const cities =
      'London Paris Berlin Madrid Rome Vienna Warsaw Prague Budapest Lisbon Dublin Oslo Stockholm Helsinki Tallinn Riga Vilnius Athens Sofia Bucharest Zagreb Brussels Tokyo Seoul'
    expect(find({ location_text: cities.replaceAll(' ', '; ') }).offices).toHaveLength(20)
  })
  test('reads descriptions through invisible characters and hard blanks, and quotes the original', () => {
    const { city, evidence } = find({ description: 'We\u00a0are based in \u200bLon\u200bdon.' })
    expect(city).toBe('London')
    expect(evidence.office_city?.quote).toBe('Lon\u200bdon')
    expect(evidence.office_city?.start).toBe(17)
  })
})
