/** Who may look at the desk. Nothing that opens it is written down as it is: only its SHA-256. */
export const desk: readonly string[] = [
  `create table farthing_desk_links (
    hash text primary key,
    expires_at timestamptz not null
  )`,
  `create table farthing_desk_sessions (
    hash text primary key,
    expires_at timestamptz not null
  )`,
]
