// ontkoker rerun --point: one run of a study, alone.
#include "commands.h"
