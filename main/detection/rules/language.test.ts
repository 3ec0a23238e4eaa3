import { expect, test } from 'vitest'
import { detectLanguage } from './language.ts'
import { readText } from './text.ts'

const cases: [string | null, string][] = [
  [
    'en',
    'You will join a small team and build the services that our customers use every day. We are looking for someone who enjoys working with others.',
  ],
  [
    'de',
    'Du arbeitest in einem kleinen Team und entwickelst die Dienste, die unsere Kunden jeden Tag nutzen. Wir suchen jemanden, der gern mit anderen arbeitet.',
  ],
  [
    'fr',
    'Vous rejoindrez une petite équipe et développerez les services que nos clients utilisent chaque jour. Nous cherchons une personne qui aime travailler avec les autres.',
  ],
  [
    'es',
    'Te unirás a un equipo pequeño y desarrollarás los servicios que nuestros clientes usan cada día. Buscamos a una persona que disfrute del trabajo con los demás.',
  ],
  [
    'nl',
    'Je werkt in een klein team en bouwt aan de diensten die onze klanten elke dag gebruiken. We zoeken iemand die graag met anderen werkt en van het vak houdt.',
  ],
  [
    'it',
    'Entrerai in un piccolo team e svilupperai i servizi che i nostri clienti usano ogni giorno. Cerchiamo una persona che ami lavorare con gli altri e che sia curiosa.',
  ],
  [
    'pt',
    'Você fará parte de uma equipe pequena e vai desenvolver os serviços que os nossos clientes usam todos os dias. Buscamos uma pessoa que goste de trabalhar com os outros.',
  ],
  [
    null,
    'Budeš pracovat v malém týmu a vyvíjet služby, které naši zákazníci používají každý den. Hledáme někoho, kdo rád spolupracuje s ostatními lidmi.',
  ],
  [
    null,
    'Python, Django, PostgreSQL, Redis, Docker, Kubernetes, AWS, Terraform, Linux, Git, Kafka, Spark, Airflow, React',
  ],
  [
    null,
    'Hledáme kolegu, který se chce podílet na vývoji e-shopů a má prostor pro růst. Firma je na trhu od roku a nabízí práci na pozici, ze které se dá růst o kus dál.',
  ],
  [null, 'Full-time'],
  [null, ''],
  [null, '1234 5678 90 12 34 56 78 90 12 34 56 78'],
]

test.each(cases)('%s: %s', (language, text) => {
  expect(detectLanguage(readText('description', text))).toBe(language)
})
