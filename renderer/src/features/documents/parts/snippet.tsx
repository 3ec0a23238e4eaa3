import type { DocumentRow } from '../../../../../main/contract/documents.ts'

/** Where the searched words stand, marked. */
export function Snippet({ parts }: { parts: NonNullable<DocumentRow['snippet']> }) {
  return parts.map((part, index) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text in their order
      <mark key={index} className="rounded-xs bg-warn-soft font-medium text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
