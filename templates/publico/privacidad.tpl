{{%AUTOESCAPE context="HTML"}}
<h1>Aviso de privacidad</h1>
<p class="lead">Qué datos personales trata este portal, para qué, quién los ve y cómo ejercer sus derechos.</p>
<p class="hint">Versión {{VERSION}}, del {{FECHA}}.</p>
<h2>Quién responde por sus datos</h2>
<p>La Autoridad Nacional del Servicio Civil (SERVIR) administra el portal. Cada entidad pública responde por los datos de las personas que registra. Su oficina de recursos humanos puede decirle quién los registró y cuándo.</p>
<h2>Para qué se usan</h2>
<p>Para organizar la inducción de quienes ingresan al servicio civil o inician un cargo: saber a quién le corresponde, avisar de sus etapas, reconocer lo que cumplió y dar cuenta de los resultados. No se usan para publicidad ni para decidir sobre su contrato.</p>
<h2>Por qué se pueden tratar</h2>
<p>SERVIR y las entidades los tratan para cumplir las funciones que la ley les encarga en la gestión de recursos humanos del Estado. Por eso no se le pide consentimiento para registrarlo, pero sí se le informa.</p>
<h2>Qué datos</h2>
<ul>
<li>Documento de identidad, nombres y apellidos; sexo y fecha de nacimiento, si se registraron.</li>
<li>Entidad, unidad, puesto, jefe inmediato, régimen, modalidad de trabajo y fechas de su vínculo.</li>
<li>Correo y teléfono de contacto, si los dio.</li>
<li>Si tiene cuenta: el correo de la cuenta, sus roles, y la dirección IP, el navegador y la hora de cada ingreso y de cada acción. La contraseña no se guarda: solo una huella que permite comprobarla.</li>
<li>El avance de su inducción: tareas, fechas, los archivos o fotos que se adjuntan como evidencia, los resultados de los cursos en línea (también los que entrega la plataforma Moodle de SERVIR) y lo que usted dice de cada etapa.</li>
<li>Los recordatorios que se le enviaron, por qué, y si el correo rebotó. Cada mensaje trae cómo dejar de recibirlos.</li>
<li>Quién hizo o consultó cada registro y cuándo.</li>
</ul>
<p>La encuesta de satisfacción es anónima: sus respuestas se guardan aparte, sin su nombre ni su cuenta, y solo se muestran por grupos.</p>
<h2>Quién los ve</h2>
<p>La oficina de recursos humanos de su entidad, su jefe inmediato en lo que le toca, el personal autorizado de SERVIR y los órganos de control. Otra entidad no ve sus datos, salvo lo necesario cuando usted pasa a trabajar en ella. Cada consulta de una ficha queda anotada.</p>
<h2>Cuánto tiempo se guardan</h2>
<p>{{CONSERVACION}}</p>
<h2>Sus derechos</h2>
<p>Puede pedir acceso a sus datos, que se corrijan o se completen, que se supriman cuando ya no sean necesarios, y oponerse a un uso que le afecte.</p>
<ol>
<li>Si un dato está equivocado, pida a la ORH de su entidad que lo corrija: es lo más rápido.</li>
<li>Para los demás pedidos, o si no le responden, escriba a SERVIR: {{CONTACTO}}.</li>
<li>Si no está conforme con la respuesta, puede acudir a la Autoridad Nacional de Protección de Datos Personales.</li>
</ol>
<p>Indique su nombre, su documento y qué pide. Ejercer estos derechos no tiene costo en el portal.</p>
<h2>Cookies</h2>
<p>Solo se usan las necesarias para mantener su sesión y mostrarle avisos. No hay medición de visitas ni servicios de terceros.</p>
