{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Evidencias: {{ETAPA}}</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea y agregue lo que demuestra que la etapa se realizó: lista de asistencia, constancia o una foto desde su teléfono. Solo lo ven la persona, su jefe, su ORH y SERVIR. Lo que se agrega no se borra.</p></details>
{{>EVIDENCIAS}}
{{#CABE}}<h2>Agregar</h2>
<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_ARCHIVO}}
<div class="acc"><button>Agregar la evidencia</button></div>
</form>
{{/CABE}}<p class="noimp"><a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a></p>
