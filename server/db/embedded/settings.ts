import { totalmem } from 'node:os'

const MB = 1024 * 1024

/** `durable`: what is committed survives a power cut. `fast`: for tests, whose data nobody needs afterwards. */
export type Writes = 'durable' | 'fast'

/**
 * Settings of the embedded server for an office machine with two cores: given on the command line at every start,
 * so that a new version of Yipanqi changes them in old data folders too.
 */
export function serverSettings(socketFolder: string, writes: Writes): Record<string, string> {
  return { ...common(socketFolder), ...(writes === 'fast' ? FAST : {}) }
}

function common(socketFolder: string): Record<string, string> {
  const sharedMb = Math.min(512, Math.max(64, Math.floor(totalmem() / MB / 16)))
  return {
    // Only processes on this machine that can enter the socket's private folder.
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${sharedMb * 4}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    synchronous_commit: 'on',
    jit: 'off',
    // A first import fills empty tables within seconds; until they are analysed, foreign keys are checked by scanning.
    autovacuum_naptime: '10s',
    io_method: 'sync',
    max_logical_replication_workers: '0',
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '',
    log_checkpoints: 'off',
    // Errors are reported by the server with a request id; here their text could carry personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
  }
}

const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}
