/**
 * One row an authorization that was shown to the shop. It is claimed before it is settled, for one item, whoever else shows it:
 * `unique (network, asset, payer, nonce)` is what refuses a payment for a cheap article that is shown for a dear one, and a second
 * instance that would settle the same one.
 */
export const sales: readonly string[] = [
  `create table farthing_sales (
    id bigint generated always as identity primary key,
    -- The shop's own name for what was sold: never what a payment claims to be for.
    item text not null,
    kind text not null check (kind in ('article', 'tip')),
    title text not null,
    url text not null,
    dialect text not null check (dialect in ('x402', 'mpp')),
    network text not null,
    asset text not null,
    payer text not null,
    pay_to text not null,
    -- Atomic units of the asset.
    amount numeric(78) not null check (amount > 0),
    nonce text not null,
    valid_before timestamptz not null,
    -- Of the whole header that was shown: the same one again is the same purchase.
    payment_hash text not null,
    -- What the payer called it (x402, payment-identifier).
    payment_id text,
    state text not null check (state in ('claimed', 'settled', 'failed')),
    -- Who settles it, and until when the others wait for them.
    claimed_by text not null,
    claimed_until timestamptz not null,
    transaction text,
    -- Headers of the answer, as JSON: what was lost is said again in the same words.
    answer text,
    note text,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (network, asset, payer, nonce),
    check ((state = 'settled') = (settled_at is not null))
  )`,
  `create unique index farthing_sales_payment_id on farthing_sales (payer, payment_id) where payment_id is not null`,
  `create index farthing_sales_bought on farthing_sales (item, payer) where state = 'settled'`,
  `create index farthing_sales_settled on farthing_sales (settled_at desc, id desc) where state = 'settled'`,
  `create index farthing_sales_open on farthing_sales (claimed_until) where state = 'claimed'`,
  // Secrets of the shop, such as the one its cookies are signed with.
  `create table farthing_settings (name text primary key, value text not null)`,
]
