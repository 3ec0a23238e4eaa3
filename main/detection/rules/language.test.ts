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
    'cs',
    'Budeš pracovat v malém týmu a vyvíjet služby, které naši zákazníci používají každý den. Hledáme někoho, kdo rád spolupracuje s ostatními lidmi.',
  ],
  [
    null,
    'Python, Django, PostgreSQL, Redis, Docker, Kubernetes, AWS, Terraform, Linux, Git, Kafka, Spark, Airflow, React',
  ],
  [
    'cs',
    'Hledáme kolegu, který se chce podílet na vývoji e-shopů a má prostor pro růst. Firma je na trhu od roku a nabízí práci na pozici, ze které se dá růst o kus dál.',
  ],
  [
    'pl',
    'Będziesz pracować w małym zespole i rozwijać usługi, z których nasi klienci korzystają każdego dnia. Szukamy osoby, która lubi pracę z ludźmi i nie boi się wyzwań.',
  ],
  [
    'sk',
    'Budeš pracovať v malom tíme a vyvíjať služby, ktoré naši zákazníci používajú každý deň. Hľadáme niekoho, kto sa rád učí a má skúsenosti aj s vedením ľudí pre väčšie projekty.',
  ],
  [
    'sv',
    'Du kommer att arbeta i ett litet team och utveckla tjänster som våra kunder använder varje dag. Vi söker dig som vill arbeta med andra och inte är rädd för nya uppgifter.',
  ],
  [
    'da',
    'Du kommer til at arbejde i et lille team og udvikle tjenester, som vores kunder bruger hver dag. Vi søger dig, der gerne vil arbejde sammen med andre, og som ikke er bange for at lære.',
  ],
  [
    'no',
    'Du vil jobbe i et lite team og utvikle tjenester som våre kunder bruker hver dag. Vi ser etter deg som liker å jobbe sammen med andre, og som ikke er redd for å lære nye ting.',
  ],
  [
    'fi',
    'Työskentelet pienessä tiimissä ja kehität palveluja, joita asiakkaamme käyttävät joka päivä. Etsimme henkilöä, joka pitää työskentelystä muiden kanssa ja jolla on halu oppia sekä olla mukana.',
  ],
  [
    'hu',
    'Egy kis csapatban dolgozol majd, és olyan szolgáltatásokat fejlesztesz, amelyeket az ügyfeleink minden nap használnak. Olyan embert keresünk, aki szeret másokkal dolgozni, és nem fél az új feladatoktól, de nem is siet.',
  ],
  [
    'ro',
    'Vei lucra într-o echipă mică și vei dezvolta servicii pe care clienții noștri le folosesc în fiecare zi. Căutăm o persoană care să lucreze cu plăcere cu ceilalți și pentru care munca este importantă.',
  ],
  [
    null,
    'Вы будете работать в небольшой команде и развивать сервисы, которыми наши клиенты пользуются каждый день. Мы ищем человека, который любит работать с людьми.',
  ],
  [null, 'Full-time'],
  [null, ''],
  [null, '1234 5678 90 12 34 56 78 90 12 34 56 78'],
]

test.each(cases)('%s: %s', (language, text) => {
  expect(detectLanguage(readText('description', text))).toBe(language)
})
