import type { SkillMention } from '../contract/facts.ts'
import type { Db } from '../platform/db/connection.ts'
import { skillCode } from '../ranking/rules/skill-codes.ts'
import { learnWords } from '../search/service.ts'

/** The SQL of skills by number. A job's later skills are followed by a trigger; new jobs come too fast for it. */

/** Numbers that a connection has read, and the newest skill of all at that time. */
interface Known {
  numbers: Map<string, number>
  newest: string | null
}
const remembered = new WeakMap<Db, Known>()

/** Writes the skills of a job that was just made; expects an open transaction. */
export function insertSkills(db: Db, jobId: number, skills: readonly SkillMention[]): void {
  const known = knownTo(db)
  let required = ''
  let nice = ''
  for (const skill of skills) {
    const code = skillCode(numberOf(db, known, skill))
    if (skill.required) required += code
    else nice += code
  }
  db.sql('INSERT INTO job_skills (job_id, required, nice) VALUES (?, ?, ?)').run(jobId, required, nice)
}

/** What is remembered, unless a transaction that was rolled back took its new numbers with it. */
function knownTo(db: Db): Known {
  const before = remembered.get(db)
  const newest =
    db.sql<{ name: string }>('SELECT name FROM skills ORDER BY id DESC LIMIT 1').first()?.name ?? null
  if (before && before.newest === newest) return before
  const known: Known = { numbers: new Map(), newest }
  remembered.set(db, known)
  return known
}

function numberOf(db: Db, known: Known, { name, kind }: SkillMention): number {
  const before = known.numbers.get(name)
  if (before !== undefined) return before
  const { changes } = db.sql('INSERT OR IGNORE INTO skills (name, kind) VALUES (?, ?)').run(name, kind)
  if (changes > 0) {
    known.newest = name
    learnWords(db, [name])
  }
  const id = db.sql<{ id: number }>('SELECT id FROM skills WHERE name = ?').first(name)?.id
  if (id === undefined) throw new Error(`The skill ${name} was not stored`)
  known.numbers.set(name, id)
  return id
}
