import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binaryKind, createTextReader } from './decode.ts'

function read(bytes: Uint8Array, size = bytes.length) {
  const reader = createTextReader(bytes.subarray(0, 64))
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size))
  return { text: text + reader.end(), ...reader.facts() }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('createTextReader', () => {
  it('reads UTF-8 in parts of any size', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '€', '漢', '😀', '\u0085', '\ufeff') }),
        fc.integer({ min: 1, max: 7 }),
        (text, size) => {
          expect(read(utf8(`{${text}`), size)).toEqual({
            text: `{${text}`,
            encoding: 'utf-8',
            guessed: false,
            mended: false,
          })
        },
      ),
    )
  })

  it('leaves out the byte order mark', () => {
    expect(read(utf8('\ufeffé')).text).toBe('é')
    expect(read(utf16('\ufeffZürich', true))).toMatchObject({ text: 'Zürich', encoding: 'utf-16le' })
    expect(read(utf16('\ufeffZürich', false), 3)).toMatchObject({ text: 'Zürich', encoding: 'utf-16be' })
  })

  it('knows UTF-16 without a mark by its zeros', () => {
    expect(read(utf16('title,company', true))).toMatchObject({ text: 'title,company', encoding: 'utf-16le' })
  })

  it('reads what is not UTF-8 as Windows-1252 and says so', () => {
    const bytes = new Uint8Array([...utf8('Caf'), 0xe9, 0x20, 0x80, 0x93])
    expect(read(bytes, 2)).toEqual({
      text: 'Café €“',
      encoding: 'windows-1252',
      guessed: true,
      mended: false,
    })
  })

  it('mends single broken bytes of a UTF-8 file', () => {
    const bytes = new Uint8Array([...utf8('Zürich ✓ Caf'), 0xe9, ...utf8(' Köln')])
    expect(read(bytes)).toEqual({
      text: 'Zürich ✓ Café Köln',
      encoding: 'utf-8',
      guessed: false,
      mended: true,
    })
  })

  it('reads a character that the end of the file cuts', () => {
    expect(read(utf8('né').subarray(0, 2)).text).toBe('nÃ')
  })
})

describe('binaryKind', () => {
  it('names files that are no text', () => {
    expect(binaryKind(new Uint8Array([0x50, 0x4b, 3, 4, 20]))).toContain('zip')
    expect(binaryKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13]))).toContain('PNG')
    expect(binaryKind(utf8('{"a":"\0"}'))).toBe('a binary file')
  })

  it('lets text pass, UTF-16 included', () => {
    expect(binaryKind(utf8('title,company\n'))).toBeNull()
    expect(binaryKind(utf16('\ufefftitle', true))).toBeNull()
    expect(binaryKind(new Uint8Array())).toBeNull()
  })
})
