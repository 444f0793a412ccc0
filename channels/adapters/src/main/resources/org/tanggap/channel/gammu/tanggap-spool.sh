#!/bin/sh
# Hands each message that Gammu SMSD receives to Tanggap, as one file in a folder. In gammu-smsdrc:
#
#   RunOnReceive = /usr/local/bin/tanggap-spool.sh /var/spool/tanggap
#
# SMSD gives the ids of the message behind the folder and everything else in the environment
# (gammu-smsd-run(7)). The file appears at once and as a whole, or not at all.
set -u
umask 027
folder=$1
shift
new=$(mktemp "$folder/.new.XXXXXXXXXX") || exit 1

put() {
  # The name is made here, never by a sender, so eval reads a variable and nothing else.
  eval "value=\${$1-}"
  if [ -n "$value" ]; then
    printf '%s=%s\0' "$1" "$value"
  fi
}

{
  printf 'RECEIVED=%s\0' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  for id in "$@"; do
    printf 'ID=%s\0' "$id"
  done
  put PHONE_ID
  put SMS_MESSAGES
  put DECODED_PARTS
  n=0
  while [ "$n" -le 255 ] && [ "$n" -le "${SMS_MESSAGES:-0}" ]; do
    put "SMS_${n}_NUMBER"
    put "SMS_${n}_TEXT"
    put "SMS_${n}_CLASS"
    put "SMS_${n}_REFERENCE"
    n=$((n + 1))
  done
  n=0
  while [ "$n" -le 255 ] && [ "$n" -le "${DECODED_PARTS:-0}" ]; do
    put "DECODED_${n}_TEXT"
    put "DECODED_${n}_MMS_SENDER"
    put "DECODED_${n}_MMS_TITLE"
    put "DECODED_${n}_MMS_ADDRESS"
    n=$((n + 1))
  done
  printf 'END=\0'
} > "$new" && mv "$new" "$folder/$(date -u +%Y%m%dT%H%M%SZ)-${new##*.}.sms"
