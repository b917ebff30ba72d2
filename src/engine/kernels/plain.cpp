#define ONTKOKER_KERNEL_SPACE kernels_plain
#define ONTKOKER_KERNEL_NAME "x86-64"
#include "body.h"
