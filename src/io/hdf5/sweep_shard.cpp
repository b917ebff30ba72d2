#include "ontkoker/io/hdf5/sweep_file.h"
