#define ONTKOKER_KERNEL_SPACE kernels_v4
#define ONTKOKER_KERNEL_NAME "x86-64-v4"
#include "body.h"
