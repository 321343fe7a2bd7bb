#!/bin/sh
# Doppelklick unter macOS: öffnet die Redaktion.
exec sh "$(dirname "$0")/redaktion.sh"
