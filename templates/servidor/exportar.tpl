{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Descargar la lista de servidores</h1>
<p class="lead">{{#VARIOS}}El archivo tendrá {{TOTAL}} personas: exactamente las de la lista que usted filtró.{{/VARIOS}}{{#UNO}}El archivo tendrá 1 persona.{{/UNO}}{{#NINGUNO}}Ninguna persona coincide con esos filtros.{{/NINGUNO}}{{#MUCHOS}}La lista tiene más de 200,000 personas.{{/MUCHOS}}{{#SOBRAN_PALABRAS}} Solo se usaron las tres primeras palabras de su búsqueda.{{/SOBRAN_PALABRAS}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue la lista que filtró como archivo de Excel o CSV, con todos los datos de cada persona. Son datos personales: úselos solo para lo que indique aquí y guárdelos en un lugar seguro. Queda anotado quién descargó, cuándo, para qué y con qué filtros.</p></details>
{{#MUCHOS}}<div class="alerta"><p>Son demasiadas para un solo archivo. <a href="/servidor/lista?{{CONSULTA}}">Vuelva a la lista</a> y use los filtros, por ejemplo la unidad o la fecha de ingreso.</p></div>
{{/MUCHOS}}{{#NINGUNO}}<div class="nota"><p><a href="/servidor/lista?{{CONSULTA}}">Vuelva a la lista</a> y cambie los filtros.</p></div>
{{/NINGUNO}}{{#SE_PUEDE}}<form method="post" novalidate>
{{>CSRF}}
{{#FILTROS}}<input type="hidden" name="{{NOMBRE}}" value="{{VALOR}}">
{{/FILTROS}}{{>CAMPO_PROPOSITO}}
{{>CAMPO_FORMATO}}
<div class="acc"><button>Descargar el archivo</button> <a href="/servidor/lista?{{CONSULTA}}">Volver a la lista</a></div>
</form>
<div class="nota"><p>Elija Excel para conservar los ceros del documento. Si abre el CSV con Excel, use «Datos» y «Desde texto o CSV», y marque la columna del documento como texto: así conserva los ceros del inicio.</p></div>
{{/SE_PUEDE}}
