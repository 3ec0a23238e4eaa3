import { expect, test } from 'vitest'
import { readPosting } from '../read-posting.ts'
import { detectSalary } from './salary.ts'

/** One statement a line, "text → low high currency period"; ⏎ is a line break, brackets hold the country. */
const STATEMENTS = `
Wir zahlen 15 Euro in der Stunde. → 15 15 EUR hour
Bei uns gibt es 16,20 Euro die Stunde. → 16.2 16.2 EUR hour
Du verdienst 13,90 € die Stunde plus Trinkgeld. → 13.9 13.9 EUR hour
Lohn: 17,40 Euro/Std. → 17.4 17.4 EUR hour
Es gibt 2.900 Euro im Monat. → 2900 2900 EUR month
Ausbildungsvergütung: 1. Jahr 1.100 €, 2. Jahr 1.180 €, 3. Jahr 1.270 € → 1100 1270 EUR month
Dein Verdienst (brutto monatlich):⏎1. Lehrjahr: 1.050 €⏎2. Lehrjahr: 1.210 €⏎3. Lehrjahr: 1.390 € → 1050 1390 EUR month
Vergütung im Monat:⏎- 1. Ausbildungsjahr: 1.218,26 Euro⏎- 2. Ausbildungsjahr: 1.268,20 Euro → 1218.26 1268.2 EUR month
Salary per hour:⏎Level 1: $21.50⏎Level 2: $24.75 → 21.5 24.75 USD hour
Unsere Preise im Monat:⏎1. Stufe: 1.050 €⏎2. Stufe: 1.210 € → – – – –
Salaire : 2 300 € brut sur 13 mois. → 2300 2300 EUR month
Nous proposons 1 950 € net par mois. → 1950 1950 EUR month
Uurloon van €7,50 (16 jaar) tot €15,20 (21 jaar). → 7.5 15.2 EUR hour
Je verdient €6,40 per uur als je 15 bent en €14,40 per uur vanaf 21 jaar. → 6.4 14.4 EUR hour
Loon volgens barema van PC 124. → – – – –
Een uurloon volgens PC 302.01. → – – – –
Salaire selon le barème de la CP 200. → – – – –
Rémunération selon la convention collective IDCC 1486. → – – – –
Lohn nach Entgeltgruppe 10, 39 Stunden. → – – – –
Retribución según convenio 2024. → – – – –
Salaris conform cao, schaal 11, trede 10. → – – – –
Salário: R$ 5.000,00 a R$ 6.500,00 → 5000 6500 BRL month
Mzda: 35 000 – 42 000 Kč → 35000 42000 CZK month
Wynagrodzenie: 12 000 – 15 000 zł netto + VAT → 12000 15000 PLN month
Lohn: CHF 5'400.– x 13 → 5400 5400 CHF month
Stundenlohn Fr. 30.50 → 30.5 30.5 CHF hour
Sueldo: $12,000 a $15,000 mensuales netos [MX] → 12000 15000 MXN month
Salario: $2.400.000 mensual + prestaciones [CO] → 2400000 2400000 COP month
Package: 6 - 9 LPA → 600000 900000 INR year
Salary: Rs. 25,000 - 30,000 per month → 25000 30000 INR month
Gehaltsspanne: 48.000–56.000 Euro brutto jährlich → 48000 56000 EUR year
Jahresbruttogehalt: 52T€ – 60T€ → 52000 60000 EUR year
Das Jahresgehalt liegt zwischen 45 und 52 Tsd. Euro. → 45000 52000 EUR year
Monatslohn CHF 5'800.00 (x13) → 5800 5800 CHF month
Das Mindestentgelt beträgt EUR 2.912,00 brutto pro Monat, Überzahlung möglich. → 2912 – EUR month
Lohn ab 17,50 Euro brutto pro Stunde → 17.5 – EUR hour
Bis zu 4.200 € brutto im Monat plus Dienstwagen → – 4200 EUR month
Salaire brut annuel : 36 à 42 k€ → 36000 42000 EUR year
Rémunération : 2 100 à 2 400 euros bruts mensuels → 2100 2400 EUR month
Salaire : de 30K€ à 35K€ + variable de 5K€ → 30000 35000 EUR year
TJM : 450 à 520 € HT → 450 520 EUR day
12,50 € brut/heure, tickets restaurant 9 € → 12.5 12.5 EUR hour
Salaire : 4 500 CHF brut x 13 → 4500 4500 CHF month
Taux horaire de 24,75 $ [CA] → 24.75 24.75 CAD hour
Entre 65 000 $ et 78 000 $ par année [CA] → 65000 78000 CAD year
Salario bruto anual: 24.000€ - 27.000€ → 24000 27000 EUR year
Salario: 1.400 €/mes netos → 1400 1400 EUR month
Banda salarial de 32k a 38k € → 32000 38000 EUR year
Sueldo mensual de $14,500.00 libres [MX] → 14500 14500 MXN month
Salario: S/ 1,800 [PE] → 1800 1800 PEN month
Sueldo líquido: $750.000 [CL] → 750000 750000 CLP month
Salaris: € 2.900 – € 3.600 bruto p/m → 2900 3600 EUR month
Je verdient tussen de 3200 en 4100 euro bruto per maand. → 3200 4100 EUR month
Salaris van maximaal € 5.120,- (schaal 10) → – 5120 EUR month
Uurloon: € 16,21 → 16.21 16.21 EUR hour
Tarief: € 90 per uur ex btw → 90 90 EUR hour
RAL 32.000 - 36.000 euro → 32000 36000 EUR year
Retribuzione: 1.600 € netti al mese per 14 mensilità → 1600 1600 EUR month
Salário de R$ 2.350,00 + VT + VR → 2350 2350 BRL month
Remuneração: 1.200 € ilíquidos por mês → 1200 1200 EUR month
Wynagrodzenie od 6 500 do 8 000 zł brutto → 6500 8000 PLN month
Stawka 140-170 zł/h netto (B2B) → 140 170 PLN hour
Plat 45 000 až 60 000 Kč hrubého → 45000 60000 CZK month
Lön: 34 000 - 38 000 kr/månad [SE] → 34000 38000 SEK month
Provision ab 500 € im Monat möglich. → – – – –
Urlaubsgeld 900 €, Weihnachtsgeld 1.200 € → – – – –
Kantine: Mittagessen für 4,50 €. → – – – –
Umsatz 2023: 45 Mio. €, 230 Mitarbeiter. → – – – –
Jobrad, Zuschuss 50 € im Monat, Deutschlandticket für 29 €. → – – – –
Nos 250 salariés ont réalisé 30 M€ de chiffre d'affaires. → – – – –
Prime de cooptation de 800 €, titres-restaurant à 9,25 €. → – – – –
Ticket restaurante de 11 € por día. → – – – –
Seguro de vida por $500,000 [MX] → – – – –
Maaltijdcheques van € 8 per dag, ecocheques van € 250. → – – – –
Reiskostenvergoeding van €0,23 per km en thuiswerkvergoeding van €2,40 per dag. → – – – –
Opleidingsbudget van € 2.000 per jaar. → – – – –
Buoni pasto da 8 euro al giorno. → – – – –
Vale-alimentação de R$ 800 por mês. → – – – –
Dofinansowanie posiłków 300 zł miesięcznie. → – – – –
Stravenkový paušál 116 Kč na den. → – – – –
Wir verkaufen Fahrräder ab 3.000 Euro. → – – – –
Miete für die Personalwohnung: 250 € im Monat. → – – – –
Für die WG zahlst du 280 € warm im Monat. → – – – –
Chèque cadeau de 170 € à Noël, plan d'épargne abondé jusqu'à 1 000 € par an. → – – – –
Indemnité kilométrique et forfait télétravail de 2,50 € par jour. → – – – –
Nuestros clientes ahorran 300 euros al mes. → – – – –
Onze klanten betalen gemiddeld € 45 per maand. → – – – –
`

test.each(
  STATEMENTS.trim()
    .split('\n')
    .map(line => line.split(' → ')),
)('%s → %s', (text = '', answer) => {
  const country = / \[([A-Z]{2})\]$/.exec(text)
  const description = text.slice(0, country?.index).replaceAll('⏎', '\n')
  const posting = readPosting({ title: '', company: '', location_text: '', description })
  const pay = detectSalary(posting, country?.[1] ?? null)
  const parts = [pay?.low, pay?.high, pay?.currency, pay?.period]
  expect(parts.map(part => part ?? '–').join(' ')).toBe(answer)
})
