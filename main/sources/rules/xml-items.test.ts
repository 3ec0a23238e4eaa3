import { expect, test } from 'vitest'
import { xmlItems } from './xml-items.ts'

test('finds the elements as they were written', () => {
  expect(xmlItems('<c>\n<item>\n  <t>a</t></item ><item id="2">b</item></c>', 'item')).toEqual({
    items: ['<item>\n  <t>a</t></item >', '<item id="2">b</item>'],
    cutOff: null,
  })
})

test('tags in CDATA and comments do not count', () => {
  const one = '<item><d><![CDATA[</item><item>]]></d><!-- </item> --></item>'
  expect(xmlItems(`<c>${one}<!-- <item>no</item> --></c>`, 'item').items).toEqual([one])
})

test('other names, empty elements and stray ends are no elements', () => {
  expect(
    xmlItems('<items><itemised>x</itemised><item/></item><media:item>y</media:item></items>', 'item'),
  ).toEqual({
    items: [],
    cutOff: null,
  })
})

test('an element inside another one belongs to it', () => {
  expect(xmlItems('<item>a<item>b</item>c</item>', 'item').items).toEqual(['<item>a<item>b</item>c</item>'])
})

test('an element without an end is told apart', () => {
  expect(xmlItems('<item>a</item><item>b', 'item')).toEqual({ items: ['<item>a</item>'], cutOff: '<item>b' })
  expect(xmlItems('<item><![CDATA[ never closed </item>', 'item').items).toEqual([])
})

test('takes time in proportion to the text', () => {
  const started = performance.now()
  xmlItems('<item>'.repeat(100_000) + '<item '.repeat(100_000) + '<!--'.repeat(100_000), 'item')
  expect(performance.now() - started).toBeLessThan(2000)
})
