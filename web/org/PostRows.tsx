import { ROLES, isUnitRole, type Role } from '#domain/access/actor.ts'
import { listUnits } from '#domain/org/org.contract.ts'
import { shellText } from '#web/shell/shell.text.ts'
import { orgText } from '#web/text/org.text.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Field } from '#web/ui/Field.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useRead } from '#web/useEndpoint.ts'

export type PostDraft = { key: number; role: Role; unitId: string | null; title: string }

type Props = { posts: PostDraft[]; onChange: (posts: PostDraft[]) => void; error: string | undefined }

/** The posts a person holds: role, unit where the role needs one, title. */
export function PostRows({ posts, onChange, error }: Props) {
  const { people: text } = useText(orgText)
  const { data } = useRead(listUnits, { query: {} }, { staleTime: 60_000 })
  const units = (data?.items ?? []).map((unit) => ({
    id: unit.id,
    label: unit.shortName,
    note: unit.name === unit.shortName ? undefined : unit.name,
    keys: unit.searchKeys.split(' '),
  }))
  const change = (key: number, part: Partial<PostDraft>) =>
    onChange(posts.map((post) => (post.key === key ? { ...post, ...part } : post)))
  const add = () => {
    const key = Math.max(-1, ...posts.map((post) => post.key)) + 1
    onChange([...posts, { key, role: 'assignee', unitId: null, title: '' }])
  }
  return (
    <div role="group" aria-label={text.posts} className={error ? 'field missing' : 'field'}>
      <span className="label">{text.posts}</span>
      {posts.map((post) => (
        <PostRow
          key={post.key}
          post={post}
          units={units}
          onChange={(part) => change(post.key, part)}
          onRemove={() => onChange(posts.filter(({ key }) => key !== post.key))}
        />
      ))}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div>
        <button type="button" className="btn small" onClick={add}>
          {text.addPost}
        </button>
      </div>
    </div>
  )
}

type RowProps = {
  post: PostDraft
  units: readonly { id: string; label: string; keys: readonly string[] }[]
  onChange: (part: Partial<PostDraft>) => void
  onRemove: () => void
}

function PostRow({ post, units, onChange, onRemove }: RowProps) {
  const { row: words } = useText(kitText)
  const { people: text } = useText(orgText)
  const { roles } = useText(shellText)
  return (
    <div className="post-row">
      <Field label={text.role}>
        {(control) => (
          <select
            {...control}
            value={post.role}
            onChange={(event) => onChange({ role: ROLES.find((role) => role === event.target.value) ?? post.role })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Combobox
        label={text.unit}
        need={isUnitRole(post.role) ? 'required' : 'optional'}
        options={units}
        value={post.unitId}
        onChange={(unitId) => onChange({ unitId })}
      />
      <TextField
        label={text.postTitle}
        value={post.title}
        onChange={(title) => onChange({ title })}
        maxLength={60}
        need="optional"
      />
      <button type="button" className="btn small" aria-label={text.removePost} onClick={onRemove}>
        {words.remove}
      </button>
    </div>
  )
}
