import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitStatements } from './sql-statements.ts'

describe('splitStatements', () => {
  it('keeps semicolons in strings, names and comments where they are', () => {
    const script = `-- first; comment
      CREATE TABLE "a;b" (x TEXT DEFAULT 'it''s; fine'); /* c; */ INSERT INTO [c;d] VALUES (';'); SELECT \`e;f\``
    expect(splitStatements(script).map(text => text.replace(/^--.*\n\s*|^\/\*.*\*\/ /, ''))).toEqual([
      `CREATE TABLE "a;b" (x TEXT DEFAULT 'it''s; fine')`,
      `INSERT INTO [c;d] VALUES (';')`,
      'SELECT `e;f`',
    ])
  })

  it('takes a trigger whole, with CASE … END and comments inside', () => {
    const trigger = `create temp trigger t after insert on a begin
      update b set x = case when new.y > 0 then 1 else 2 end; -- end;
      select 'end;';
      delete from c; end`
    expect(splitStatements(`SELECT 1;${trigger};SELECT 2;`)).toEqual(['SELECT 1', trigger, 'SELECT 2'])
  })

  it('does not take a column named trigger or end for a trigger', () => {
    expect(splitStatements('CREATE TABLE trigger_log (a);SELECT end_at FROM x;')).toHaveLength(2)
  })

  it('finds nothing in a script of comments and semicolons', () => {
    expect(splitStatements(';;\n-- nothing\n/* at; all */;')).toEqual([])
  })

  it('finds back whatever statements were joined', () => {
    const text = fc.string().map(value => `'${value.replaceAll("'", "''")}'`)
    const statement = fc.oneof(
      text.map(value => `INSERT INTO a VALUES (${value})`),
      text.map(
        value =>
          `CREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT ${value}; SELECT CASE 1 WHEN 1 THEN 2 END; END`,
      ),
      text.map(value => `SELECT /* ; ' */ ${value} -- ; "\n FROM b`),
    )
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), statements => {
        expect(splitStatements(statements.map(one => `${one};\n`).join(''))).toEqual(statements)
      }),
    )
  })
})
