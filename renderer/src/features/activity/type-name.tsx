import { Fragment } from 'react'

/** The name of a type of events, which may be broken after its points and underscores. */
export function TypeName({ type }: { type: string }) {
  return (
    <code className="font-mono text-xs leading-5">
      {type.split(/(?<=[._])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one word, which never move
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  )
}
