#include "ontkoker/sweep/block.h"
