   

 // only a comment

