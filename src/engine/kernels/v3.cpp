#define ONTKOKER_KERNEL_SPACE kernels_v3
#define ONTKOKER_KERNEL_NAME "x86-64-v3"
#include "body.h"
