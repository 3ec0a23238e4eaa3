import { expect, test } from 'vitest'
import { readPosting } from '../read-posting.ts'
import { detectRemote } from './remote.ts'

/** One sentence a line, "text → answer". */
const SENTENCES = `
Du kannst an zwei Tagen in der Woche mobil arbeiten. → hybrid
Mobiles Arbeiten ist bei uns bis zu 60 % der Zeit selbstverständlich. → hybrid
Nach der Einarbeitung kannst du an einzelnen Tagen von zu Hause aus arbeiten. → hybrid
Bis zur Hälfte der Arbeitszeit von zuhause aus ist kein Problem. → hybrid
Die Tätigkeit ist vollständig im Homeoffice möglich. → remote
Du arbeitest komplett remote, egal wo in Deutschland. → remote
Homeoffice ist in dieser Position leider nicht möglich. → onsite
Ein Arbeiten im Homeoffice ist nicht vorgesehen. → onsite
Telearbeit ist nach der Probezeit an bis zu drei Tagen möglich. → hybrid
Die Arbeit findet ausschließlich vor Ort in unserer Werkstatt statt. → onsite
Wir beraten Menschen, die von zu Hause aus Sport treiben. → –
Poste en télétravail total, où que vous soyez en France. → remote
Télétravail partiel possible après la période d'essai. → hybrid
Travail à distance jusqu'à trois jours par semaine. → hybrid
Le poste est ouvert au 100 % télétravail. → remote
Le poste peut s'exercer entièrement à distance. → remote
Présence sur site obligatoire, pas de télétravail. → onsite
Vous pouvez travailler de chez vous un jour sur deux. → hybrid
Aucun télétravail possible pour ce poste. → onsite
Dos días de teletrabajo por semana. → hybrid
Teletrabajo tres días, oficina dos. → hybrid
Teletrabajo al 100 % desde el primer día. → remote
Trabajo en remoto desde cualquier punto de España. → remote
Posibilidad de teletrabajo parcial. → hybrid
Home office dos veces por semana. → hybrid
El puesto es totalmente a distancia. → remote
No se ofrece teletrabajo. → onsite
El puesto es presencial en nuestras oficinas. → onsite
Je werkt drie dagen per week vanuit huis. → hybrid
Deels thuiswerken is mogelijk. → hybrid
Je werkt een deel van de week thuis. → hybrid
Je kunt volledig op afstand werken. → remote
Telewerk is één dag per week toegestaan. → hybrid
Thuiswerken kan bij deze baan helaas niet. → onsite
Thuiswerken is in deze rol niet aan de orde. → onsite
Deze functie leent zich niet voor thuiswerken. → onsite
We helpen ouderen die nog thuis wonen, vijf dagen per week. → –
Due giorni di smart working a settimana. → hybrid
Lavoro completamente da remoto. → remote
Il lavoro si svolge in presenza. → onsite
Modelo híbrido, três dias no escritório. → hybrid
Trabalho 100% remoto de qualquer lugar. → remote
Dois dias de home office por semana. → hybrid
Trabalho presencial em nossa loja. → onsite
Praca zdalna 2 dni w tygodniu. → hybrid
Praca w pełni zdalna. → remote
Oferujemy pracę stacjonarną w naszym biurze. → onsite
Home office dva dny v týdnu. → hybrid
Možnost občasného home office. → hybrid
Práce plně na dálku. → remote
Up to 40 % of the week can be worked from home. → hybrid
You decide how many days you come into the office. → hybrid
You may work from home for up to half of your time. → hybrid
At least half of the time you work from our office, otherwise from home. → hybrid
We help families who care for parents at home three days a week. → –
Distansarbete två dagar i veckan. → hybrid
Den Bericht schreibst du donnerstags zu Hause. → –
Mittwochs kannst du von daheim arbeiten. → hybrid
Télétravail possible le lundi. → hybrid
Op vrijdag werk je vanuit huis. → hybrid
Nabízíme práci z domova až tři dny týdně. → hybrid
Od poniedziałku do piątku w biurze, bez pracy zdalnej. → onsite
Je werkt drie dagen op kantoor en twee dagen thuis. → hybrid
Homeoffice ist bei uns kein Problem. → hybrid
Thuiswerken is geen probleem. → hybrid
Keine Sorge, remote arbeiten wir alle. → –
Bei uns ist Homeoffice nicht nur möglich, sondern die Regel. → hybrid
30 Tage Urlaub und ein Diensthandy. → –
Nous accompagnons des personnes à domicile trois jours par semaine. → –
Cuidado de personas mayores en casa, tres días por semana. → –
`

test.each(
  SENTENCES.trim()
    .split('\n')
    .map(line => line.split(' → ')),
)('%s → %s', (description = '', answer) => {
  const posting = readPosting({ title: '', company: '', location_text: '', description })
  expect(detectRemote(posting)?.value ?? '–').toBe(answer)
})
