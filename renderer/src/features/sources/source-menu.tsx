import { Ellipsis, Trash2 } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { SourceActs } from './use-source-acts.ts'

/** The less frequent acts on a source. */
export function SourceMenu({ source, acts }: { source: SourceView; acts: SourceActs }) {
  const navigate = useNavigate()
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More for ${source.label}`} icon={Ellipsis} />}
      entries={[
        { label: 'History and setup', onSelect: () => void navigate(`/sources/${source.id}`) },
        'separator',
        { label: 'Remove', icon: Trash2, danger: true, onSelect: () => acts.remove(source) },
      ]}
    />
  )
}
