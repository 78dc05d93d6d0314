/** How a Parquet of ours is written: row groups of a fixed number of rows, and pages that a few rows can be fetched from. */

/**
 * Settings of an INSERT into a file; the bytes do not depend on threads. `rows` are those of a row group. Small pages, and dictionaries no
 * larger than four of them, because a hundred rows of a hundred accounts open a page and a dictionary of each column for each of them.
 */
export const parquetSettings = (rows: number): string =>
  [
    `min_insert_block_size_rows = ${rows}, max_insert_block_size = ${rows}, min_insert_block_size_bytes = 0`,
    `max_insert_block_size_bytes = 0, use_strict_insert_block_limits = 1, output_format_parquet_row_group_size = ${rows}`,
    'output_format_parquet_data_page_size = 16384, output_format_parquet_max_dictionary_size = 65536',
    "output_format_parquet_compression_method = 'zstd', engine_file_truncate_on_insert = 1",
  ].join(', ')
