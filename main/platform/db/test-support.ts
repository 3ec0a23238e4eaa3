import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Migration } from './migrations.ts'
import { openReader, openWriter } from './pragmas.ts'

/** Two small migrations of every kind: keys, index, trigger, full text, and a rewrite of a table with its data. */
export const SAMPLE_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'library',
    up: `
      CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, books INTEGER NOT NULL DEFAULT 0) STRICT;
      CREATE TABLE book (
        id INTEGER PRIMARY KEY,
        shelf_id INTEGER NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
        title TEXT NOT NULL, -- a semicolon; in a comment
        price TEXT
      ) STRICT;
      CREATE TABLE loan (id INTEGER PRIMARY KEY, book_id INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE) STRICT;
      CREATE VIRTUAL TABLE book_text USING fts5 (title, content = 'book', content_rowid = 'id');
      CREATE TRIGGER book_added AFTER INSERT ON book BEGIN
        UPDATE shelf SET books = books + CASE WHEN new.title = 'no;book' THEN 0 ELSE 1 END WHERE id = new.shelf_id;
        INSERT INTO book_text (rowid, title) VALUES (new.id, new.title);
      END;`,
    down: `
      DROP TRIGGER book_added;
      DROP TABLE book_text;
      DROP TABLE loan;
      DROP TABLE book;
      DROP TABLE shelf;`,
  },
  {
    version: 2,
    name: 'prices_in_cents',
    up: `
      CREATE TABLE book_new (
        id INTEGER PRIMARY KEY,
        shelf_id INTEGER NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        cents INTEGER CHECK (cents >= 0)
      ) STRICT;
      INSERT INTO book_new SELECT id, shelf_id, title, CAST(round(CAST(price AS REAL) * 100) AS INTEGER) FROM book;
      DROP TABLE book;
      ALTER TABLE book_new RENAME TO book;
      CREATE INDEX book_by_shelf ON book (shelf_id, title);
      CREATE TRIGGER book_added AFTER INSERT ON book BEGIN
        UPDATE shelf SET books = books + 1 WHERE id = new.shelf_id;
        INSERT INTO book_text (rowid, title) VALUES (new.id, new.title);
      END;
      UPDATE shelf SET name = upper(name);`,
    down: `
      DROP TRIGGER book_added;
      CREATE TABLE book_old (
        id INTEGER PRIMARY KEY,
        shelf_id INTEGER NOT NULL REFERENCES shelf (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        price TEXT
      ) STRICT;
      INSERT INTO book_old SELECT id, shelf_id, title, printf('%.2f', cents / 100.0) FROM book;
      DROP TABLE book;
      ALTER TABLE book_old RENAME TO book;
      CREATE TRIGGER book_added AFTER INSERT ON book BEGIN
        UPDATE shelf SET books = books + 1 WHERE id = new.shelf_id;
        INSERT INTO book_text (rowid, title) VALUES (new.id, new.title);
      END;
      UPDATE shelf SET name = lower(name);`,
  },
]

/** A fresh folder and its removal. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-db-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Puts 3 shelves and `books` books, each lent once, in a database of version 1 of the sample. */
export function fillSample(file: string, books: number): void {
  const db = openWriter(file)
  try {
    db.transaction(() => {
      db.exec("INSERT INTO shelf (name) VALUES ('low'), ('middle'), ('high')")
      const book = db.prepare('INSERT INTO book (id, shelf_id, title, price) VALUES (?, ?, ?, ?)')
      const loan = db.prepare('INSERT INTO loan (book_id) VALUES (?)')
      for (let id = 1; id <= books; id += 1) {
        book.run(id, 1 + (id % 3), `The long story of number ${id}`, `${id}.50`)
        loan.run(id)
      }
    }).immediate()
  } finally {
    db.close()
  }
}

export interface SampleContent {
  version: number
  /** Every object with its columns in one text, in a fixed order. */
  schema: string
  books: number
  loans: number
  /** Sum of all prices in cents, whichever way the version keeps them. */
  cents: number
  shelves: string[]
  counted: number
  found: number
}

/** Everything that tells the two versions of the sample, and their data, apart. */
export function readSample(file: string): SampleContent {
  const db = openReader(file)
  try {
    const number = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? -1
    const version = number('PRAGMA user_version')
    const schema = db
      .prepare<[], string>(
        `SELECT type || ' ' || name || ' (' || coalesce((
           SELECT group_concat(column.name || ' ' || column.type, ', ') FROM pragma_table_info(object.name) AS column
         ), '') || ')' FROM sqlite_schema AS object WHERE name <> 'schema_migrations' ORDER BY name`,
      )
      .pluck()
      .all()
      .join('\n')
    const empty = { books: 0, loans: 0, cents: 0, shelves: [], counted: 0, found: 0 }
    if (version === 0) return { version, schema, ...empty }
    return {
      version,
      schema,
      books: number('SELECT count(*) FROM book'),
      loans: number('SELECT count(*) FROM loan JOIN book ON book.id = loan.book_id'),
      cents: number(
        `SELECT total(${version === 1 ? 'round(CAST(price AS REAL) * 100)' : 'cents'}) FROM book`,
      ),
      shelves: db.prepare<[], string>('SELECT name FROM shelf ORDER BY id').pluck().all(),
      counted: number('SELECT total(books) FROM shelf'),
      found: number("SELECT count(*) FROM book_text WHERE book_text MATCH 'story'"),
    }
  } finally {
    db.close()
  }
}
